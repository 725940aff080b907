SELECT count(*)::text || ' ' || coalesce(sum(('x' || substr(h.hash, 1, 15))::bit(60)::bigint), 0)::text AS digest
FROM (
    SELECT encode(pg_catalog.sha256(convert_to(m.oid::text, pg_catalog.getdatabaseencoding()) || pg_catalog.lo_get(m.oid)), 'hex') AS hash
    FROM pg_catalog.pg_largeobject_metadata AS m
) AS h
