SELECT pg_terminate_backend(pid, 5000) AS ended
FROM pg_stat_activity
WHERE pid = :pid AND datname = current_database()
