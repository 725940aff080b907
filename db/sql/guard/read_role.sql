-- The role that may read everything and write nothing, where the server has it and this login may assume it. Row-level security would
-- hide rows from it without a word, so a database that uses it is read with the login's own role.
SELECT r.rolname AS name
FROM pg_catalog.pg_roles AS r
WHERE r.rolname = 'pg_read_all_data'
    AND pg_catalog.pg_has_role(
        current_user, r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.relrowsecurity)
