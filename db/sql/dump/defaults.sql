-- Defaults of columns.
SELECT format('ALTER TABLE ONLY %s ALTER COLUMN %I SET DEFAULT %s', c.oid::pg_catalog.regclass, a.attname, pg_catalog.pg_get_expr(f.adbin, f.adrelid)) AS ddl
FROM pg_catalog.pg_attrdef AS f
JOIN pg_catalog.pg_class AS c ON c.oid = f.adrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = f.adrelid AND a.attnum = f.adnum
WHERE a.attgenerated = '' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY f.oid
