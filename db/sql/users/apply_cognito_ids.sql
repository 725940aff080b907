-- A row that is no longer as it was compared is left out, and the count then does not match.
UPDATE public.users
SET cognito_user_id = pool.sub
FROM unnest(:uuids::uuid[], :handles::text[], :previous::text[], :subs::text[]) AS pool (uuid, handle, previous, sub)
WHERE users.uuid = pool.uuid
  AND users.handle = pool.handle
  AND users.cognito_user_id IS NOT DISTINCT FROM pool.previous
