-- What operators of a chat application have: tables whose columns are named like functions, triggers, views, indexes.
CREATE TABLE users (id bigserial PRIMARY KEY, name text, "user" text, email text, handle text, status text DEFAULT 'active', position int,
    value numeric, version int DEFAULT 1, date date DEFAULT current_date, random text, replace text, length int, count int, settings jsonb DEFAULT '{}',
    tags text[] DEFAULT '{}', bio tsvector, format text, left_at timestamptz, created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now(),
    "timestamp" timestamptz DEFAULT now(), notify boolean DEFAULT true, lock boolean DEFAULT false, "index" int, "type" text, "key" text, "text" text,
    "time" time, uuid uuid DEFAULT gen_random_uuid(), box text, path text, point text, host inet, "current_user" text);
INSERT INTO users (name, "user", email, handle, value, tags, bio) SELECT 'User ' || n, 'u' || n, n || '@example.org', 'user' || n, n, ARRAY['a', 'b'],
    to_tsvector('english', 'cats and dogs ' || n) FROM generate_series(1, 20) n;
CREATE TABLE messages (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id bigint REFERENCES users, body text, payload jsonb, sent_at timestamptz DEFAULT now(),
    seen inet, length int GENERATED ALWAYS AS (length(body)) STORED);
INSERT INTO messages (user_id, body, payload, sent_at) SELECT n % 20 + 1, 'Please update and delete the copy of your lock ' || n, '{"a": {"b": [1, 2]}}',
    now() - n * interval '1 hour' FROM generate_series(1, 100) n;
CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at := now(); RETURN NEW; END';
CREATE TRIGGER users_updated BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TYPE level AS ENUM ('low', 'high');
CREATE TABLE alerts (id int, level level, period tstzrange, who int8range, at timestamptz);
INSERT INTO alerts VALUES (1, 'low', tstzrange(now() - interval '1 day', now()), '[1,5)', now());
CREATE DOMAIN email_address AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE contacts (id int, address email_address);
INSERT INTO contacts VALUES (1, 'a@example.org');
CREATE VIEW active_users AS SELECT id, name, email FROM users WHERE status = 'active' AND left_at IS NULL;
CREATE VIEW message_counts AS SELECT u.name, count(*) AS count, max(m.sent_at) AS latest FROM users u JOIN messages m ON m.user_id = u.id GROUP BY u.name;
CREATE MATERIALIZED VIEW daily AS SELECT date_trunc('day', sent_at) AS day, count(*) AS messages FROM messages GROUP BY 1;
CREATE INDEX ON users (lower(email)); CREATE INDEX ON users USING gin (bio); CREATE INDEX ON users (status) WHERE left_at IS NULL;
CREATE TABLE events (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE public."position" (id int, status text); CREATE TABLE log (id int, message text);
CREATE SCHEMA app; CREATE TABLE app.settings (key text, value text); CREATE TABLE app.version (version int);
GRANT USAGE ON SCHEMA app TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA public, app TO PUBLIC; GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO PUBLIC;
CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION pg_trgm; CREATE EXTENSION pgcrypto; CREATE EXTENSION unaccent;
CREATE FUNCTION user_label(bigint) RETURNS text LANGUAGE sql STABLE AS 'SELECT name FROM public.users WHERE id = $1';
CREATE MATERIALIZED VIEW labels AS SELECT id, public.user_label(id) AS label FROM users;
GRANT SELECT ON labels TO PUBLIC;
