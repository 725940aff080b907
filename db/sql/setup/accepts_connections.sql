SELECT datallowconn AS accepts FROM pg_catalog.pg_database WHERE datname = :database
