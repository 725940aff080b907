SELECT pid, pg_terminate_backend(pid) AS ended
FROM pg_stat_activity
WHERE datname = :database AND pid <> pg_backend_pid() AND backend_type = 'client backend'
