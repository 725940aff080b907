-- Rows that have changed since the comparison are not updated; the number of updated rows is then lower than expected.
UPDATE public.users
SET cognito_user_id = pool.sub
FROM unnest(:uuids::uuid[], :handles::text[], :previous::text[], :subs::text[]) AS pool (uuid, handle, previous, sub)
WHERE users.uuid = pool.uuid
  AND users.handle = pool.handle
  AND users.cognito_user_id IS NOT DISTINCT FROM pool.previous
