SELECT clock_timestamp() AS time
