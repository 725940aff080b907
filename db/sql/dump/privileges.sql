-- Owners and privileges. Roles belong to the server, so some may be missing on another server.
WITH mine AS (
    SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), grants AS (
    SELECT 4 AS step, c.oid,
           CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || c.oid::pg_catalog.regclass AS target, c.relowner AS owner, g.*
    FROM pg_catalog.pg_class AS c CROSS JOIN LATERAL aclexplode(c.relacl) AS g
    WHERE c.relkind IN ('r', 'S') AND c.relnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 3, n.oid, format('SCHEMA %I', n.nspname), n.nspowner, g.*
    -- Everyone may use the schema public of a new database, so that its usual privileges are restored too.
    FROM pg_catalog.pg_namespace AS n
    CROSS JOIN LATERAL aclexplode(CASE n.nspname WHEN 'public' THEN coalesce(n.nspacl, acldefault('n', n.nspowner)) ELSE n.nspacl END) AS g
    WHERE n.oid IN (SELECT oid FROM mine)
)
SELECT ddl
FROM (
    SELECT 1 AS step, c.oid,
           format(
               'ALTER %s %s OWNER TO %s',
               CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
               c.oid::pg_catalog.regclass, c.relowner::pg_catalog.regrole) AS ddl
    FROM pg_catalog.pg_class AS c
    WHERE c.relkind IN ('r', 'S') AND c.relnamespace IN (SELECT oid FROM mine) AND c.relowner <> current_user::pg_catalog.regrole
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i', 'a'))
    UNION ALL
    SELECT 1, n.oid, format('ALTER SCHEMA %I OWNER TO %s', n.nspname, n.nspowner::pg_catalog.regrole)
    FROM pg_catalog.pg_namespace AS n
    WHERE n.oid IN (SELECT oid FROM mine)
      -- A new database has the schema public already, which belongs to the bootstrap superuser (10) before PostgreSQL 14.
      AND n.nspowner <> CASE n.nspname WHEN 'public' THEN coalesce(to_regrole('pg_database_owner')::oid, 10) ELSE current_user::pg_catalog.regrole::oid END
    UNION ALL
    SELECT 1, t.oid, format('ALTER TYPE %s OWNER TO %s', t.oid::pg_catalog.regtype, t.typowner::pg_catalog.regrole)
    FROM pg_catalog.pg_type AS t
    WHERE t.typtype = 'e' AND t.typnamespace IN (SELECT oid FROM mine) AND t.typowner <> current_user::pg_catalog.regrole
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid AND d.deptype = 'e')
    UNION ALL
    SELECT DISTINCT 2, g.oid, format('REVOKE ALL ON %s FROM PUBLIC', g.target)
    FROM grants AS g
    UNION ALL
    SELECT g.step, g.oid,
           format(
               'GRANT %s ON %s TO %s%s', g.privilege_type, g.target,
               CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::pg_catalog.regrole::text END,
               CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM grants AS g
    WHERE g.grantee <> g.owner
) AS made
ORDER BY step, ddl
