-- Every table and view that is not the server's own, with its columns.
SELECT n.nspname AS schema,
       c.relname AS "table",
       a.attname AS "column",
       pg_catalog.pg_table_is_visible(c.oid) AS visible
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, a.attnum
LIMIT 20000
