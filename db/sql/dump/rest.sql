-- Statements to run after the rows are loaded: owners of sequences, constraints (foreign keys last), indexes, comments.
WITH mine AS (
    SELECT c.* FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
)
SELECT ddl
FROM (
    SELECT 2 AS step, c.oid, format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::pg_catalog.regclass, d.refobjid::pg_catalog.regclass, a.attname) AS ddl
    FROM mine AS c
    JOIN pg_catalog.pg_depend AS d
        ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'a'
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE c.relkind = 'S'
    UNION ALL
    SELECT CASE k.contype WHEN 'f' THEN 4 ELSE 3 END, k.oid,
           format('ALTER TABLE ONLY %s ADD CONSTRAINT %I %s', c.oid::pg_catalog.regclass, k.conname, pg_catalog.pg_get_constraintdef(k.oid))
    FROM mine AS c JOIN pg_catalog.pg_constraint AS k ON k.conrelid = c.oid
    WHERE c.relkind = 'r' AND k.contype IN ('p', 'u', 'c', 'x', 'f')
    UNION ALL
    SELECT 6, i.indexrelid, pg_catalog.pg_get_indexdef(i.indexrelid)
    FROM mine AS c JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid
    WHERE c.relkind = 'r'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL
    SELECT 8, c.oid, format('ALTER TABLE ONLY %s REPLICA IDENTITY NOTHING', c.oid::pg_catalog.regclass)
    FROM mine AS c WHERE c.relkind = 'r' AND c.relreplident = 'n'
    UNION ALL
    SELECT 9, c.oid,
           format(
               'COMMENT ON %s %s IS %L',
               CASE WHEN k.objsubid > 0 THEN 'COLUMN'
                    ELSE CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END
               END,
               c.oid::pg_catalog.regclass || CASE WHEN k.objsubid > 0 THEN '.' || quote_ident(a.attname) ELSE '' END,
               k.description)
    FROM mine AS c
    JOIN pg_catalog.pg_description AS k ON k.objoid = c.oid AND k.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.objsubid
) AS made
ORDER BY step, oid, ddl
