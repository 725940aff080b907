-- The columns of public.users by which the application finds users, if they are of a type that it cannot compare with a text. A domain is
-- judged by the type that it is based on.
SELECT attribute.attname AS name, format_type(attribute.atttypid, attribute.atttypmod) AS type
FROM pg_catalog.pg_attribute AS attribute
JOIN pg_catalog.pg_type AS type ON type.oid = attribute.atttypid
WHERE attribute.attrelid = to_regclass('public.users') AND attribute.attnum > 0 AND NOT attribute.attisdropped
  AND attribute.attname IN ('uuid', 'handle', 'display_name', 'cognito_user_id')
  AND type.typcategory <> 'S'
  AND NOT (attribute.attname = 'uuid' AND 'uuid'::regtype IN (type.oid, type.typbasetype))
ORDER BY attribute.attnum
