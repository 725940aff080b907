-- The columns of schema.sql that public.users does not have, whatever it is. None if there is no such table or view.
SELECT wanted.name
FROM (VALUES (1, 'uuid'), (2, 'display_name'), (3, 'handle'), (4, 'email'), (5, 'cognito_user_id'), (6, 'created_at'))
     AS wanted (position, name)
WHERE to_regclass('public.users') IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute AS present
                  WHERE present.attrelid = to_regclass('public.users') AND present.attname = wanted.name
                    AND present.attnum > 0 AND NOT present.attisdropped)
ORDER BY wanted.position
