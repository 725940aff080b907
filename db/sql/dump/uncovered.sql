-- Objects that a backup does not contain, each with its kind. Objects of extensions are restored with their extension.
WITH mine AS (
    SELECT oid FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), extension AS (
    SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'
), found AS (
    SELECT CASE
               WHEN c.relkind = 'f' THEN 'foreign table'
               WHEN c.relkind = 'c' THEN 'composite type'
               WHEN c.relkind = 'p' OR c.relispartition THEN 'partitioned table'
               WHEN c.relrowsecurity OR c.relforcerowsecurity THEN 'row security'
               WHEN c.reloftype <> 0 THEN 'typed table'
               WHEN c.relreplident NOT IN ('d', 'n') THEN 'replica identity'
               ELSE 'inheritance'
           END AS kind, c.oid::pg_catalog.regclass::text AS name, 'pg_catalog.pg_class'::pg_catalog.regclass AS classid, c.oid AS objid
    FROM pg_catalog.pg_class AS c
    WHERE c.relnamespace IN (SELECT oid FROM mine)
      AND (c.relkind IN ('f', 'p', 'c') OR c.relispartition
           OR (c.relkind IN ('r', 'm') AND (c.relrowsecurity OR c.relforcerowsecurity OR c.reloftype <> 0 OR c.relreplident NOT IN ('d', 'n')))
           OR EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = c.oid AND c.relkind = 'r'))
    UNION ALL
    SELECT CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'base type' END,
           t.oid::pg_catalog.regtype::text, 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid
    FROM pg_catalog.pg_type AS t
    WHERE t.typnamespace IN (SELECT oid FROM mine) AND t.typtype IN ('d', 'r', 'b') AND t.typcategory <> 'A'
    UNION ALL
    SELECT 'aggregate or window function', p.oid::pg_catalog.regprocedure::text, 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid
    FROM pg_catalog.pg_proc AS p
    WHERE p.pronamespace IN (SELECT oid FROM mine) AND p.prokind IN ('a', 'w')
    UNION ALL
    SELECT 'rule', r.rulename || ' on ' || r.ev_class::pg_catalog.regclass, 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid
    FROM pg_catalog.pg_rewrite AS r JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class
    WHERE r.rulename <> '_RETURN' AND c.relnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'trigger that is switched off', t.tgname || ' on ' || t.tgrelid::pg_catalog.regclass, 'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid
    FROM pg_catalog.pg_trigger AS t WHERE NOT t.tgisinternal AND t.tgenabled <> 'O'
    UNION ALL
    SELECT 'column privileges', a.attrelid::pg_catalog.regclass || '.' || a.attname, 'pg_catalog.pg_class'::pg_catalog.regclass, a.attrelid
    FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
    WHERE a.attacl IS NOT NULL AND c.relnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'operator', o.oid::pg_catalog.regoperator::text, 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid
    FROM pg_catalog.pg_operator AS o WHERE o.oprnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'collation', c.collname, 'pg_catalog.pg_collation'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_collation AS c WHERE c.collnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'statistics', s.stxname, 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid
    FROM pg_catalog.pg_statistic_ext AS s WHERE s.stxnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'text search configuration', c.cfgname, 'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_ts_config AS c WHERE c.cfgnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'text search dictionary', d.dictname, 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, d.oid
    FROM pg_catalog.pg_ts_dict AS d WHERE d.dictnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'event trigger', evtname, 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, oid FROM pg_catalog.pg_event_trigger
    UNION ALL
    SELECT 'publication', pubname, 'pg_catalog.pg_publication'::pg_catalog.regclass, oid FROM pg_catalog.pg_publication
    UNION ALL
    SELECT 'foreign server', srvname, 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, oid FROM pg_catalog.pg_foreign_server
    UNION ALL
    SELECT 'large object', oid::text, 'pg_catalog.pg_largeobject'::pg_catalog.regclass, oid FROM pg_catalog.pg_largeobject_metadata
    UNION ALL
    SELECT 'default privileges', d.defaclrole::pg_catalog.regrole::text, 'pg_catalog.pg_default_acl'::pg_catalog.regclass, d.oid
    FROM pg_catalog.pg_default_acl AS d
    UNION ALL
    -- OIDs below 16384 belong to system objects.
    SELECT 'comment', left(k.description, 80), k.classoid, k.objoid
    FROM pg_catalog.pg_description AS k
    WHERE k.objoid >= 16384 AND k.classoid NOT IN ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_proc'::pg_catalog.regclass)
    UNION ALL
    SELECT 'setting of the database', array_to_string(s.setconfig, ', '), 'pg_catalog.pg_database'::pg_catalog.regclass, s.setdatabase
    FROM pg_catalog.pg_db_role_setting AS s JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
    WHERE d.datname = current_database()
)
SELECT f.kind, f.name
FROM found AS f
WHERE NOT EXISTS (SELECT FROM extension AS e WHERE e.classid = f.classid AND e.objid = f.objid)
ORDER BY f.kind, f.name
LIMIT 20
