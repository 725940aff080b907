SELECT count(*) AS users,
       count(*) FILTER (WHERE coalesce(btrim(cognito_user_id), '') IN ('', 'MOCK')) AS unsynced
FROM public.users
