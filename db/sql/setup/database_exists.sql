SELECT datname AS name FROM pg_database WHERE datname = :database
