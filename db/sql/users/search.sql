SELECT uuid, display_name, handle, email, cognito_user_id, created_at::timestamptz AS created_at
FROM public.users
WHERE :text = ''
   OR strpos(lower(handle), lower(:text)) > 0
   OR strpos(lower(display_name), lower(:text)) > 0
   OR strpos(lower(email), lower(:text)) > 0
ORDER BY handle, uuid
LIMIT :most
