-- The definition of everything in the database, by kind and name. Columns that not every version has are read through JSON.
WITH mine AS (
    SELECT n.oid FROM pg_catalog.pg_namespace AS n
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), own AS (
    SELECT c.*, c.oid::pg_catalog.regclass::text AS name, to_jsonb(c) AS more
    FROM pg_catalog.pg_class AS c
    WHERE c.relnamespace IN (SELECT oid FROM mine)
), routine AS (
    SELECT p.*, p.oid::pg_catalog.regprocedure::text AS name FROM pg_catalog.pg_proc AS p WHERE p.pronamespace IN (SELECT oid FROM mine)
), object AS (
    -- Everything that has a row in a catalog of its own, except what the server names after a number.
    SELECT DISTINCT d.classid, d.objid
    FROM pg_catalog.pg_depend AS d
    WHERE d.objid >= 16384
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_trigger AS t WHERE d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND t.oid = d.objid AND t.tgisinternal)
), fact AS (
    SELECT 'object' AS kind, i.type || ' ' || i.identity AS name, '' AS definition
    FROM object AS o CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.classid, o.objid, 0) AS i
    WHERE i.identity !~ 'pg_toast' AND i.schema IS DISTINCT FROM 'pg_toast' AND i.identity IS NOT NULL
    UNION ALL
    SELECT 'schema', n.nspname, '' FROM pg_catalog.pg_namespace AS n WHERE n.oid IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'extension', e.extname, '' FROM pg_catalog.pg_extension AS e
    UNION ALL
    SELECT 'relation', c.name,
           concat_ws(
               ' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relispopulated,
               (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(c.reloptions) AS o),
               (SELECT string_agg(o, ',' ORDER BY o) FROM pg_catalog.pg_class AS t, unnest(t.reloptions) AS o WHERE t.oid = c.reltoastrelid),
               (SELECT amname FROM pg_catalog.pg_am AS m WHERE m.oid = c.relam),
               CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END,
               CASE c.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
               (SELECT string_agg(i.inhparent::pg_catalog.regclass::text, ',' ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = c.oid))
    FROM own AS c
    UNION ALL
    SELECT 'column', c.name || '.' || quote_ident(a.attname),
           concat_ws(
               ' ', (SELECT count(*) FROM pg_catalog.pg_attribute AS b WHERE b.attrelid = a.attrelid AND b.attnum BETWEEN 1 AND a.attnum AND NOT b.attisdropped),
               pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
               CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::pg_catalog.regcollation::text END,
               a.attstorage, nullif(to_jsonb(a) ->> 'attstattarget', '-1'), to_jsonb(a) ->> 'attcompression', a.attoptions, a.attfdwoptions,
               pg_catalog.pg_get_expr(f.adbin, f.adrelid))
    FROM own AS c
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_attrdef AS f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
    UNION ALL
    SELECT 'constraint', coalesce(nullif(k.conrelid, 0)::pg_catalog.regclass::text, k.contypid::pg_catalog.regtype::text) || '.' || quote_ident(k.conname),
           concat_ws(' ', pg_catalog.pg_get_constraintdef(k.oid), k.convalidated, k.connoinherit, to_jsonb(k) ->> 'conenforced')
    FROM pg_catalog.pg_constraint AS k
    WHERE k.connamespace IN (SELECT oid FROM mine) AND k.contype <> 't'
    UNION ALL
    SELECT 'index', i.indexrelid::pg_catalog.regclass::text,
           concat_ws(' ', pg_catalog.pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered, i.indisreplident)
    FROM own AS c JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid
    UNION ALL
    SELECT 'view', c.name, pg_catalog.pg_get_viewdef(c.oid) FROM own AS c WHERE c.relkind IN ('v', 'm')
    UNION ALL
    SELECT 'sequence', c.name,
           concat_ws(' ', s.seqtypid::pg_catalog.regtype, s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle)
    FROM own AS c JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.oid
    UNION ALL
    SELECT 'function', p.name,
           CASE WHEN p.prokind IN ('f', 'p') THEN pg_catalog.pg_get_functiondef(p.oid)
                ELSE p.prokind::text || ' ' || pg_catalog.pg_get_function_result(p.oid) || coalesce((to_jsonb(g) - 'aggfnoid')::text, '') END
    FROM routine AS p LEFT JOIN pg_catalog.pg_aggregate AS g ON g.aggfnoid = p.oid AND p.prokind = 'x'
    UNION ALL
    SELECT 'trigger', c.name || '.' || quote_ident(t.tgname), pg_catalog.pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
    FROM own AS c JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = c.oid AND NOT t.tgisinternal
    UNION ALL
    SELECT 'rule', c.name || '.' || quote_ident(r.rulename), pg_catalog.pg_get_ruledef(r.oid) || ' ' || r.ev_enabled::text
    FROM own AS c JOIN pg_catalog.pg_rewrite AS r ON r.ev_class = c.oid
    UNION ALL
    SELECT 'policy', c.name || '.' || quote_ident(p.polname),
           concat_ws(' ', p.polcmd, p.polpermissive, pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
    FROM own AS c JOIN pg_catalog.pg_policy AS p ON p.polrelid = c.oid
    UNION ALL
    SELECT 'type', t.oid::pg_catalog.regtype::text,
           concat_ws(
               ' ', t.typtype, t.typnotnull, t.typdefault, CASE t.typtype WHEN 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END,
               (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid))
    FROM pg_catalog.pg_type AS t WHERE t.typnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 'comment', coalesce(i.type || ' ' || i.identity, ''), k.description
    FROM pg_catalog.pg_description AS k CROSS JOIN LATERAL pg_catalog.pg_identify_object(k.classoid, k.objoid, k.objsubid) AS i
    WHERE k.objoid >= 16384
    UNION ALL
    SELECT 'privilege', v.name, concat_ws(' ', v.owner::pg_catalog.regrole, (SELECT string_agg(x::text, ' ' ORDER BY x::text) FROM unnest(coalesce(v.acl, acldefault(v.kind, v.owner))) AS x))
    FROM (
        SELECT c.name, c.relowner, c.relacl, (CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char" FROM own AS c
        UNION ALL SELECT p.name, p.proowner, p.proacl, 'f' FROM routine AS p
        UNION ALL SELECT n.nspname, n.nspowner, n.nspacl, 'n' FROM pg_catalog.pg_namespace AS n WHERE n.oid IN (SELECT oid FROM mine)
        UNION ALL
        SELECT t.oid::pg_catalog.regtype::text, t.typowner, t.typacl, 'T'
        FROM pg_catalog.pg_type AS t WHERE t.typnamespace IN (SELECT oid FROM mine)
        UNION ALL
        SELECT c.name || '.' || quote_ident(a.attname), c.relowner, a.attacl, 'c'
        FROM own AS c JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid WHERE a.attacl IS NOT NULL
    ) AS v (name, owner, acl, kind)
)
SELECT kind, name, definition FROM fact ORDER BY kind, name, definition
