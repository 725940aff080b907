-- "$user" in the search path would mean another schema under another role, so the schemas are read before the role is assumed.
SELECT s.name FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s (name)
