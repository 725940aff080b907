-- Users that exist are unchanged, so that the load can be repeated.
INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id, created_at)
SELECT uuid::uuid, display_name, handle, email, 'MOCK', created_at::timestamptz
FROM unnest(:uuids::text[], :display_names::text[], :handles::text[], :emails::text[], :times::text[])
    AS synthetic (uuid, display_name, handle, email, created_at)
ON CONFLICT (uuid) DO NOTHING
