-- Tables with their columns, without defaults, which can name sequences that belong to columns.
SELECT format(
           'CREATE %sTABLE %s (%s)%s',
           CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END,
           c.oid::pg_catalog.regclass,
           (SELECT string_agg(
                       format(
                           '%I %s%s%s%s',
                           a.attname,
                           pg_catalog.format_type(a.atttypid, a.atttypmod),
                           CASE WHEN a.attcollation <> t.typcollation
                                THEN (SELECT format(' COLLATE %I.%I', cn.nspname, co.collname)
                                      FROM pg_catalog.pg_collation AS co
                                      JOIN pg_catalog.pg_namespace AS cn ON cn.oid = co.collnamespace
                                      WHERE co.oid = a.attcollation)
                                ELSE '' END,
                           CASE
                               WHEN a.attidentity <> '' THEN
                                   format(
                                       ' GENERATED %s AS IDENTITY (SEQUENCE NAME %s INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s)',
                                       CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
                                       s.seqrelid::pg_catalog.regclass, s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
                                       CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
                               ELSE '' END,
                           CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END),
                       ', ' ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute AS a
            JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_depend AS d
                ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum AND d.deptype = 'i'
            LEFT JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = d.objid
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
           CASE WHEN c.reloptions IS NULL THEN '' ELSE ' WITH (' || array_to_string(c.reloptions, ', ') || ')' END) AS ddl
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.oid
