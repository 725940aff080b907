SELECT uuid, display_name, handle, email, cognito_user_id, created_at::timestamptz AS created_at
FROM public.users
ORDER BY handle, uuid
