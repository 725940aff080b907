-- How the database was created. Columns that not every version has are read through JSON.
SELECT pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
       d.datcollate::text AS collate,
       d.datctype::text AS ctype,
       coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') AS provider,
       coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale,
       to_jsonb(d) ->> 'daticurules' AS rules,
       EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public') AS has_public
FROM pg_catalog.pg_database AS d
WHERE d.datname = current_database()
