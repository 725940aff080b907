-- The items of a load contain the names of its users.
SELECT count(*) AS renamed
FROM unnest(:uuids::text[], :display_names::text[], :handles::text[]) AS synthetic (uuid, display_name, handle)
JOIN public.users ON users.uuid = synthetic.uuid::uuid
WHERE users.display_name <> synthetic.display_name
   OR users.handle <> synthetic.handle
