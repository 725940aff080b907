SET LOCAL ROLE pg_read_all_data
