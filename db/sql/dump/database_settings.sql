-- Statements that set what belongs to the database itself, each as the text before and after the database's name.
SELECT before, after
FROM (
    SELECT 1 AS step, 'COMMENT ON DATABASE ' AS before, format(' IS %L', pg_catalog.shobj_description(d.oid, 'pg_database')) AS after
    FROM pg_catalog.pg_database AS d
    WHERE d.datname = current_database() AND pg_catalog.shobj_description(d.oid, 'pg_database') IS NOT NULL
    UNION ALL
    SELECT 2, 'ALTER DATABASE ', format(' CONNECTION LIMIT %s', d.datconnlimit)
    FROM pg_catalog.pg_database AS d
    WHERE d.datname = current_database() AND d.datconnlimit >= 0
    UNION ALL
    SELECT 3,
           CASE s.setrole WHEN 0 THEN 'ALTER DATABASE ' ELSE format('ALTER ROLE %s IN DATABASE ', s.setrole::pg_catalog.regrole) END,
           format(
               ' SET %s TO %s', v.name,
               -- The server keeps these lists with their quotation marks.
               CASE WHEN lower(v.name) IN ('search_path', 'session_preload_libraries', 'local_preload_libraries', 'shared_preload_libraries', 'temp_tablespaces')
                    THEN coalesce(nullif(v.value, ''), '''''') ELSE quote_literal(v.value) END)
    FROM pg_catalog.pg_db_role_setting AS s
    JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
    CROSS JOIN LATERAL unnest(s.setconfig) AS c (setting)
    CROSS JOIN LATERAL (
        SELECT split_part(c.setting, '=', 1) AS name, substr(c.setting, strpos(c.setting, '=') + 1) AS value) AS v
    WHERE d.datname = current_database()
    UNION ALL
    SELECT 4, 'ALTER DATABASE ', format(' OWNER TO %s', d.datdba::pg_catalog.regrole)
    FROM pg_catalog.pg_database AS d
    WHERE d.datname = current_database() AND d.datdba <> current_user::pg_catalog.regrole
    UNION ALL
    SELECT 5, 'REVOKE ALL ON DATABASE ', ' FROM PUBLIC'
    FROM pg_catalog.pg_database AS d
    WHERE d.datname = current_database() AND d.datacl IS NOT NULL
    UNION ALL
    SELECT 6, format('GRANT %s ON DATABASE ', g.privilege_type),
           format(
               ' TO %s%s', CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::pg_catalog.regrole::text END,
               CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM pg_catalog.pg_database AS d CROSS JOIN LATERAL aclexplode(d.datacl) AS g
    WHERE d.datname = current_database() AND g.grantee <> d.datdba
) AS made
ORDER BY step, before, after
