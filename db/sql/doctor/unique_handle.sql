-- Whether an index lets no two users have one handle. A view has no index, and what it reads is not looked at.
SELECT class.relkind IN ('v', 'm', 'f')
       OR EXISTS (SELECT FROM pg_catalog.pg_index AS index
                  JOIN pg_catalog.pg_attribute AS attribute ON attribute.attrelid = index.indrelid AND attribute.attnum = index.indkey[0]
                  WHERE index.indrelid = class.oid AND index.indisunique AND index.indisvalid AND index.indnkeyatts = 1
                    AND index.indpred IS NULL AND (attribute.attname = 'handle' OR index.indexprs IS NOT NULL)) AS "unique"
FROM pg_catalog.pg_class AS class
WHERE class.oid = to_regclass('public.users')
