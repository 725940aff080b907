-- The other schemas that have a table or view of users.
SELECT namespace.nspname AS name
FROM pg_catalog.pg_class AS class
JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
WHERE class.relname = 'users' AND class.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND namespace.nspname NOT IN ('public', 'information_schema') AND namespace.nspname NOT LIKE 'pg\_%'
ORDER BY namespace.nspname
