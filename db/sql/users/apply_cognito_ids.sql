-- Rows that have changed since the comparison are not updated; the number of updated rows is then lower than expected. The columns can be of
-- other types than in schema.sql: they are compared as text, and the value is converted to the type of its column.
UPDATE public.users
SET cognito_user_id = (jsonb_populate_record(NULL::public.users, jsonb_build_object('cognito_user_id', pool.sub))).cognito_user_id
FROM unnest(:uuids::text[], :handles::text[], :previous::text[], :subs::text[]) AS pool (uuid, handle, previous, sub)
WHERE users.uuid::text = pool.uuid
  AND users.handle::text = pool.handle
  AND users.cognito_user_id::text IS NOT DISTINCT FROM pool.previous
