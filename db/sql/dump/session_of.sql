-- The session of a program that was started under this name.
SELECT pid FROM pg_catalog.pg_stat_activity WHERE application_name = :name AND datname = current_database() AND leader_pid IS NULL
