SELECT pg_catalog.pg_stat_clear_snapshot()::text AS cleared
