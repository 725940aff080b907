-- A column that the table does not have is read from the row of NULLs instead; see all.sql.
SELECT count(*) AS users,
       count(*) FILTER (WHERE coalesce(btrim(present.cognito_user_id), '') IN ('', 'MOCK')) AS unsynced
FROM (SELECT NULL::text AS cognito_user_id) AS absent,
     LATERAL (SELECT cognito_user_id::text AS cognito_user_id FROM public.users) AS present
