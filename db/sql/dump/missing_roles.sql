-- Of these roles, those that do not exist here, and those of which the current role is not a member and so cannot give them anything.
SELECT w.name AS role, r.oid IS NOT NULL AS present,
       r.oid IS NOT NULL
           AND pg_catalog.pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS usable
FROM unnest(:roles::text[]) AS w (name)
LEFT JOIN pg_catalog.pg_roles AS r ON r.rolname = w.name
