-- Ends everything that is connected to the database, except the session that writes the backup, its parallel workers, and that of pg_dump.
SELECT pid, pg_catalog.pg_terminate_backend(pid) AS ended
FROM pg_catalog.pg_stat_activity
WHERE datname = :database AND pid <> pg_catalog.pg_backend_pid()
  AND pid <> :own::int AND leader_pid IS DISTINCT FROM :own::int
  AND pid <> :program::int AND leader_pid IS DISTINCT FROM :program::int
  AND backend_type <> 'autovacuum worker'
