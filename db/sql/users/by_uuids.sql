-- A column that the table does not have is read from the row of NULLs instead; see all.sql.
SELECT present.*
FROM (SELECT NULL::text AS uuid, NULL::text AS display_name, NULL::text AS handle, NULL::text AS email, NULL::text AS cognito_user_id,
             NULL::timestamptz AS created_at) AS absent,
     LATERAL (SELECT uuid::text AS uuid, display_name::text AS display_name, handle::text AS handle, email::text AS email,
                     cognito_user_id::text AS cognito_user_id, created_at
              FROM public.users) AS present
WHERE present.uuid = ANY(:uuids::text[])
ORDER BY present.handle, present.uuid
