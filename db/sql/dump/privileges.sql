-- Owners and privileges. Roles belong to the server, so some may be missing on another server.
WITH mine AS (
    SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), grants AS (
    SELECT 4 AS step, c.oid,
           CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || c.oid::pg_catalog.regclass AS target, c.relowner AS owner, g.*
    FROM pg_catalog.pg_class AS c CROSS JOIN LATERAL aclexplode(c.relacl) AS g
    WHERE c.relkind IN ('r', 'v', 'm', 'S') AND c.relnamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 3, n.oid, format('SCHEMA %I', n.nspname), n.nspowner, g.*
    FROM pg_catalog.pg_namespace AS n CROSS JOIN LATERAL aclexplode(n.nspacl) AS g
    WHERE n.oid IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 4, p.oid, CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || p.oid::pg_catalog.regprocedure, p.proowner, g.*
    FROM pg_catalog.pg_proc AS p CROSS JOIN LATERAL aclexplode(p.proacl) AS g
    WHERE p.pronamespace IN (SELECT oid FROM mine)
    UNION ALL
    SELECT 3, d.oid, format('DATABASE %I', d.datname), d.datdba, g.*
    FROM pg_catalog.pg_database AS d CROSS JOIN LATERAL aclexplode(d.datacl) AS g
    WHERE d.datname = current_database()
)
SELECT ddl
FROM (
    SELECT 1 AS step, c.oid,
           format(
               'ALTER %s %s OWNER TO %s',
               CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
               c.oid::pg_catalog.regclass, c.relowner::pg_catalog.regrole) AS ddl
    FROM pg_catalog.pg_class AS c
    WHERE c.relkind IN ('r', 'v', 'm', 'S') AND c.relnamespace IN (SELECT oid FROM mine) AND c.relowner <> current_user::pg_catalog.regrole
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i', 'a'))
    UNION ALL
    SELECT 1, p.oid,
           format('ALTER %s %s OWNER TO %s', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.oid::pg_catalog.regprocedure, p.proowner::pg_catalog.regrole)
    FROM pg_catalog.pg_proc AS p
    WHERE p.pronamespace IN (SELECT oid FROM mine) AND p.proowner <> current_user::pg_catalog.regrole
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e')
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
