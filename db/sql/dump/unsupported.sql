-- What the program's own backup does not hold, each with its kind and name. What it holds is listed, so that everything else is refused:
-- plain tables, columns, keys, checks, indexes, sequences, enum types, schemas and extensions. Objects of extensions come with their extension.
WITH mine AS (
    SELECT oid FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), member AS (
    SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'
), relation AS (
    SELECT c.*, c.oid::pg_catalog.regclass::text AS name
    FROM pg_catalog.pg_class AS c
    WHERE c.relnamespace IN (SELECT oid FROM mine)
      AND NOT EXISTS (SELECT FROM member AS e WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid)
), used AS (
    -- What columns, constraints and indexes call: a function or operator of an extension can read what is not restored yet.
    SELECT d.classid, d.objid, d.refclassid, d.refobjid
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid IN ('pg_catalog.pg_attrdef'::pg_catalog.regclass, 'pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
      AND d.refclassid IN ('pg_catalog.pg_proc'::pg_catalog.regclass, 'pg_catalog.pg_operator'::pg_catalog.regclass)
      AND d.refobjid >= 16384 AND d.objid >= 16384 AND d.deptype <> 'e'
), found AS (
    SELECT CASE c.relkind
               WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'c' THEN 'composite type'
               WHEN 'p' THEN 'partitioned table' ELSE 'partition' END AS kind,
           c.name
    FROM relation AS c WHERE c.relkind IN ('v', 'm', 'f', 'c', 'p') OR (c.relispartition AND c.relkind = 'r')
    UNION ALL
    SELECT CASE WHEN c.relrowsecurity OR c.relforcerowsecurity THEN 'row security'
                WHEN c.reloftype <> 0 THEN 'typed table'
                WHEN c.relreplident NOT IN ('d', 'n') THEN 'replica identity'
                WHEN c.relhassubclass OR EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = c.oid) THEN 'inheritance'
                WHEN c.reltablespace <> 0 THEN 'tablespace'
                ELSE 'storage settings' END, c.name
    FROM relation AS c
    WHERE (c.relkind = 'r' AND NOT c.relispartition
           AND (c.relrowsecurity OR c.relforcerowsecurity OR c.reloftype <> 0 OR c.relreplident NOT IN ('d', 'n')
                OR EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = c.oid OR i.inhparent = c.oid)
                OR c.relam <> (SELECT oid FROM pg_catalog.pg_am WHERE amname = 'heap')
                OR EXISTS (SELECT FROM pg_catalog.pg_class AS t WHERE t.oid = c.reltoastrelid AND t.reloptions IS NOT NULL)))
        OR (c.relkind IN ('r', 'i') AND c.reltablespace <> 0)
        OR (c.relkind = 'S' AND c.relpersistence = 'u')
    UNION ALL
    SELECT 'column settings', c.name || '.' || quote_ident(a.attname)
    FROM relation AS c
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    WHERE (c.relkind = 'r'
           AND (a.attstorage <> t.typstorage OR a.attoptions IS NOT NULL OR coalesce(to_jsonb(a) ->> 'attcompression', '') <> ''))
        OR (c.relkind IN ('r', 'i') AND coalesce(to_jsonb(a) ->> 'attstattarget', '-1') <> '-1')
    UNION ALL
    SELECT 'generated column', c.name || '.' || quote_ident(a.attname)
    FROM relation AS c
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attgenerated <> '' AND NOT a.attisdropped
    WHERE c.relkind = 'r'
    UNION ALL
    SELECT 'column privileges', c.name || '.' || quote_ident(a.attname)
    FROM relation AS c JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid WHERE a.attacl IS NOT NULL
    UNION ALL
    SELECT DISTINCT 'function of an extension', u.refobjid::pg_catalog.regprocedure::text
    FROM used AS u WHERE u.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND EXISTS (SELECT FROM member AS e WHERE e.objid = u.refobjid)
    UNION ALL
    SELECT DISTINCT 'operator of an extension', u.refobjid::pg_catalog.regoperator::text
    FROM used AS u WHERE u.refclassid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND EXISTS (SELECT FROM member AS e WHERE e.objid = u.refobjid)
    UNION ALL
    SELECT 'extension with settings', extname FROM pg_catalog.pg_extension WHERE extconfig IS NOT NULL
    UNION ALL
    SELECT CASE WHEN NOT k.convalidated THEN 'constraint that is not validated'
                WHEN to_jsonb(k) ->> 'conenforced' = 'false' THEN 'constraint that is not enforced'
                ELSE 'named NOT NULL constraint' END, k.conrelid::pg_catalog.regclass || '.' || quote_ident(k.conname)
    FROM pg_catalog.pg_constraint AS k
    JOIN relation AS c ON c.oid = k.conrelid
    WHERE NOT k.convalidated OR to_jsonb(k) ->> 'conenforced' = 'false'
       OR (k.contype = 'n'
           AND (k.connoinherit
                OR k.conname <> left(c.relname || '_' || (SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) || '_not_null', 63)))
    UNION ALL
    SELECT CASE WHEN i.indisclustered THEN 'clustered index' ELSE 'index that is not valid' END, i.indexrelid::pg_catalog.regclass::text
    FROM pg_catalog.pg_index AS i JOIN relation AS c ON c.oid = i.indrelid
    WHERE i.indisclustered OR NOT i.indisvalid
    UNION ALL
    SELECT 'domain', t.oid::pg_catalog.regtype::text
    FROM pg_catalog.pg_type AS t WHERE t.typtype = 'd' AND t.typnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'privileges of a type', t.oid::pg_catalog.regtype::text
    FROM pg_catalog.pg_type AS t WHERE t.typacl IS NOT NULL AND t.typnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'large object', oid::text FROM pg_catalog.pg_largeobject_metadata
    UNION ALL
    SELECT 'security label', l.label FROM pg_catalog.pg_seclabel AS l
    UNION ALL
    -- OIDs below 16384 belong to system objects.
    SELECT 'comment', pg_catalog.pg_describe_object(k.classoid, k.objoid, k.objsubid)
    FROM pg_catalog.pg_description AS k
    WHERE k.objoid >= 16384 AND k.classoid <> 'pg_catalog.pg_class'::pg_catalog.regclass
      AND NOT EXISTS (SELECT FROM member AS e WHERE e.classid = k.classoid AND e.objid = k.objoid)
      AND k.classoid <> 'pg_catalog.pg_extension'::pg_catalog.regclass
    UNION ALL
    -- Objects of every other catalog.
    SELECT i.type, coalesce(i.identity, pg_catalog.pg_describe_object(o.classid, o.objid, 0))
    FROM (
        SELECT DISTINCT d.classid, d.objid FROM pg_catalog.pg_depend AS d WHERE d.objid >= 16384
        UNION
        SELECT s.classid, s.objid FROM pg_catalog.pg_shdepend AS s
        WHERE s.objid >= 16384 AND s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
        UNION SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, oid FROM pg_catalog.pg_publication
        UNION SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, oid FROM pg_catalog.pg_event_trigger
        UNION SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, oid FROM pg_catalog.pg_foreign_data_wrapper
        UNION SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, oid FROM pg_catalog.pg_foreign_server
        UNION SELECT 'pg_catalog.pg_default_acl'::pg_catalog.regclass, oid FROM pg_catalog.pg_default_acl
        UNION SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, oid FROM pg_catalog.pg_proc WHERE pronamespace IN (SELECT oid FROM mine)
    ) AS o
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.classid, o.objid, 0) AS i
    WHERE NOT EXISTS (SELECT FROM member AS e WHERE e.classid = o.classid AND e.objid = o.objid)
      -- A part of another object, which is named itself.
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.classid = o.classid AND d.objid = o.objid AND d.deptype = 'i')
      AND o.classid NOT IN ('pg_catalog.pg_amop'::pg_catalog.regclass, 'pg_catalog.pg_amproc'::pg_catalog.regclass)
      AND CASE o.classid
              WHEN 'pg_catalog.pg_class'::pg_catalog.regclass THEN false
              WHEN 'pg_catalog.pg_attrdef'::pg_catalog.regclass THEN false
              WHEN 'pg_catalog.pg_namespace'::pg_catalog.regclass THEN false
              WHEN 'pg_catalog.pg_extension'::pg_catalog.regclass THEN false
              WHEN 'pg_catalog.pg_largeobject'::pg_catalog.regclass THEN false
              WHEN 'pg_catalog.pg_constraint'::pg_catalog.regclass THEN
                  NOT EXISTS (
                      SELECT FROM pg_catalog.pg_constraint AS k
                      WHERE k.oid = o.objid AND (k.contype IN ('p', 'u', 'c', 'x', 'f', 'n') OR k.contypid <> 0))
              WHEN 'pg_catalog.pg_type'::pg_catalog.regclass THEN
                  EXISTS (
                      SELECT FROM pg_catalog.pg_type AS t
                      WHERE t.oid = o.objid AND t.typtype NOT IN ('e', 'd', 'c') AND NOT (t.typtype = 'b' AND t.typcategory = 'A'))
              WHEN 'pg_catalog.pg_trigger'::pg_catalog.regclass THEN
                  EXISTS (SELECT FROM pg_catalog.pg_trigger AS t WHERE t.oid = o.objid AND NOT t.tgisinternal)
              -- The rule that is a view.
              WHEN 'pg_catalog.pg_rewrite'::pg_catalog.regclass THEN
                  EXISTS (SELECT FROM pg_catalog.pg_rewrite AS r WHERE r.oid = o.objid AND r.rulename <> '_RETURN')
              ELSE true
          END
)
SELECT f.kind, f.name
FROM found AS f
GROUP BY f.kind, f.name
ORDER BY f.kind, f.name
LIMIT 20
