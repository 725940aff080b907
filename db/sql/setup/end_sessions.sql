-- Ends everything that is connected to the database, except the session that writes the backup and its parallel workers.
SELECT pid, pg_catalog.pg_terminate_backend(pid) AS ended
FROM pg_catalog.pg_stat_activity
WHERE datname = :database AND pid <> pg_catalog.pg_backend_pid()
  AND pid <> :own::int AND leader_pid IS DISTINCT FROM :own::int
  AND backend_type <> 'autovacuum worker'
