-- The roles that own something in the database or have privileges on it. The first role of the server is not in pg_shdepend.
SELECT r.rolname AS role, bool_or(s.owns) AS owns
FROM (
    SELECT d.refobjid AS id, d.deptype = 'o' AS owns
    FROM pg_catalog.pg_shdepend AS d
    WHERE d.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
      AND d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
    UNION ALL
    SELECT c.relowner, true
    FROM pg_catalog.pg_class AS c
    WHERE c.oid >= 16384 AND c.relowner = 10
) AS s
JOIN pg_catalog.pg_roles AS r ON r.oid = s.id
GROUP BY r.rolname
ORDER BY r.rolname
