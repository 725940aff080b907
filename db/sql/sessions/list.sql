SELECT pid,
       usename AS "user",
       application_name AS application,
       host(client_addr) AS client,
       state,
       state_change AS since,
       left(query, 20000) AS query,
       pid = pg_backend_pid() AS own
FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend'
ORDER BY state_change, pid
