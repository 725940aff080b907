-- For each sequence a query of its state: what it would return next, which pg_sequence_last_value does not tell of one never called.
SELECT c.oid::pg_catalog.regclass::text AS name,
       format('SELECT last_value::text || '' '' || is_called::text AS state FROM %s', c.oid::pg_catalog.regclass) AS reading
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.oid
