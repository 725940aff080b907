-- Statements to run after the rows are loaded: sequence values, constraints (foreign keys last), views, indexes, triggers, comments.
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
    SELECT 1 AS step, s.oid, format('SELECT pg_catalog.setval(%L, %s, true)', s.oid::pg_catalog.regclass, s.last) AS ddl
    FROM (
        -- CASE restricts the call to sequences, independent of the evaluation order of conditions: for a table it fails.
        SELECT c.oid, CASE c.relkind WHEN 'S' THEN pg_catalog.pg_sequence_last_value(c.oid) END AS last
        FROM mine AS c
    ) AS s
    WHERE s.last IS NOT NULL
    UNION ALL
    SELECT 2, c.oid, format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::pg_catalog.regclass, d.refobjid::pg_catalog.regclass, a.attname)
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
    SELECT 5, c.oid,
           format(
               'CREATE %s %s%s AS %s',
               CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END,
               c.oid::pg_catalog.regclass,
               CASE WHEN c.reloptions IS NULL THEN '' ELSE ' WITH (' || array_to_string(c.reloptions, ', ') || ')' END,
               rtrim(pg_catalog.pg_get_viewdef(c.oid), ';'))
    FROM mine AS c
    WHERE c.relkind IN ('v', 'm')
    UNION ALL
    SELECT 6, i.indexrelid, pg_catalog.pg_get_indexdef(i.indexrelid)
    FROM mine AS c JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid
    WHERE c.relkind IN ('r', 'm')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL
    SELECT 7, t.oid, pg_catalog.pg_get_triggerdef(t.oid)
    FROM mine AS c JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = c.oid
    WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 8, c.oid, format('ALTER TABLE ONLY %s REPLICA IDENTITY NOTHING', c.oid::pg_catalog.regclass)
    FROM mine AS c WHERE c.relkind = 'r' AND c.relreplident = 'n'
    UNION ALL
    SELECT 9, c.oid,
           format(
               'COMMENT ON %s %s IS %L',
               CASE WHEN k.objsubid > 0 THEN 'COLUMN'
                    ELSE CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END
               END,
               c.oid::pg_catalog.regclass || CASE WHEN k.objsubid > 0 THEN '.' || quote_ident(a.attname) ELSE '' END,
               k.description)
    FROM mine AS c
    JOIN pg_catalog.pg_description AS k ON k.objoid = c.oid AND k.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.objsubid
    UNION ALL
    SELECT 10, p.oid,
           format('COMMENT ON %s %s IS %L', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.oid::pg_catalog.regprocedure, k.description)
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    JOIN pg_catalog.pg_description AS k ON k.objoid = p.oid AND k.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e')
) AS made
ORDER BY step, oid, ddl
