-- The users and their posts. Running it again does not change existing tables.

CREATE TABLE IF NOT EXISTS public.users (
    uuid            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    display_name    text        NOT NULL,
    handle          text        NOT NULL UNIQUE,
    email           text        NOT NULL,
    cognito_user_id text        NOT NULL DEFAULT 'MOCK',
    created_at      timestamptz NOT NULL DEFAULT now()
);

-- For lookups by the sync and the web application.
CREATE INDEX IF NOT EXISTS users_cognito_user_id ON public.users (cognito_user_id);

CREATE TABLE IF NOT EXISTS public.activities (
    uuid                   uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    user_uuid              uuid        NOT NULL REFERENCES public.users (uuid),
    message                text        NOT NULL,
    replies_count          integer     NOT NULL DEFAULT 0,
    reposts_count          integer     NOT NULL DEFAULT 0,
    likes_count            integer     NOT NULL DEFAULT 0,
    reply_to_activity_uuid uuid        REFERENCES public.activities (uuid),
    expires_at             timestamptz,
    created_at             timestamptz NOT NULL DEFAULT now()
);
