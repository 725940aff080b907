SELECT uuid, display_name, handle, email, cognito_user_id, created_at::timestamptz AS created_at
FROM public.users
WHERE handle = :handle
ORDER BY created_at
LIMIT 1
