SELECT pg_terminate_backend(pid) AS ended
FROM pg_stat_activity
WHERE pid = :pid AND datname = current_database()
