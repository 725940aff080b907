SELECT uuid, display_name, handle, email, cognito_user_id, created_at
FROM (SELECT uuid, display_name, handle, email, cognito_user_id, created_at::timestamptz AS created_at,
             count(*) OVER (PARTITION BY handle) AS same_handle
      FROM public.users) AS counted
WHERE coalesce(btrim(cognito_user_id), '') IN ('', 'MOCK')
  AND same_handle = 1
ORDER BY handle, uuid
LIMIT :most
