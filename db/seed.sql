-- Sample users with a few posts. Existing rows are not changed.

INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id) VALUES
    ('0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a01', 'Ada Lindqvist', 'ada',   'ada@example.org',   'MOCK'),
    ('0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a02', 'Bruno Keller',  'bruno', 'bruno@example.org', 'MOCK'),
    ('0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a03', 'Chidi Okafor',  'chidi', 'chidi@example.org', 'MOCK'),
    ('0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a04', 'Dora Petri',    'dora',  'dora@example.org',  'MOCK'),
    ('0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a05', 'Emre Aydın',    'emre',  'emre@example.org',  'MOCK'),
    ('0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a06', 'Finn Maher',    'finn',  'finn@example.org',  'MOCK')
ON CONFLICT DO NOTHING;

-- Joined by handle, because a user that existed before the seed has a different uuid.
INSERT INTO public.activities (uuid, user_uuid, message, likes_count, expires_at)
SELECT post.uuid::uuid, users.uuid, post.message, post.likes, now() + interval '30 days'
FROM (VALUES
    ('5d8f0a34-2f60-4f0b-8a3e-6c1b7f9e2b01', 'ada',   'The tide table was wrong again; we rowed home in the dark.', 4),
    ('5d8f0a34-2f60-4f0b-8a3e-6c1b7f9e2b02', 'bruno', 'First loaf from the new oven. Flat, but mine.',              7),
    ('5d8f0a34-2f60-4f0b-8a3e-6c1b7f9e2b03', 'chidi', 'Looking for a second-hand cello, any state, any colour.',    2)
) AS post (uuid, handle, message, likes)
JOIN public.users ON users.handle = post.handle
ON CONFLICT DO NOTHING;
