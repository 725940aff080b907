-- For each table a query that counts and digests its rows, independently of their order. Large objects follow as one.
WITH own AS (
    SELECT c.oid, c.oid::pg_catalog.regclass::text AS name
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
)
SELECT name, format('SELECT count(*) AS rows FROM ONLY %s', name) AS counting,
       format(
           'SELECT count(*) AS rows, count(*)::text || '' '' || coalesce(sum((''x'' || substr(h.hash, 1, 15))::bit(60)::bigint), 0)::text || '' '' '
           '|| coalesce(sum((''x'' || substr(h.hash, 16, 15))::bit(60)::bigint), 0)::text AS digest '
           'FROM (SELECT encode(pg_catalog.sha256(convert_to("switchboard row"::text, pg_catalog.getdatabaseencoding())), ''hex'') AS hash '
           'FROM ONLY %s AS "switchboard row") AS h', name) AS digesting
FROM own
ORDER BY oid
