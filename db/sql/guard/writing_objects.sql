WITH RECURSIVE
-- Volatile functions that only read.
reading_function (name) AS (VALUES
    ('array_sample'), ('array_shuffle'), ('bernoulli'), ('clock_timestamp'), ('current_query'), ('currval'), ('gen_random_bytes'),
    ('gen_random_uuid'), ('gen_salt'), ('lastval'), ('pg_available_wal_summaries'), ('pg_blocking_pids'), ('pg_collation_actual_version'),
    ('pg_control_checkpoint'), ('pg_control_init'), ('pg_control_recovery'), ('pg_control_system'), ('pg_current_wal_flush_lsn'),
    ('pg_current_wal_insert_lsn'), ('pg_current_wal_lsn'), ('pg_database_collation_actual_version'), ('pg_database_size'),
    ('pg_get_aios'), ('pg_get_backend_memory_contexts'), ('pg_get_loaded_modules'), ('pg_get_multixact_members'),
    ('pg_get_sequence_data'), ('pg_get_shmem_allocations'), ('pg_get_shmem_allocations_numa'), ('pg_get_wait_events'),
    ('pg_get_wal_replay_pause_state'), ('pg_get_wal_resource_managers'), ('pg_get_wal_summarizer_state'), ('pg_indexes_size'),
    ('pg_is_in_recovery'), ('pg_is_wal_replay_paused'), ('pg_jit_available'), ('pg_last_committed_xact'), ('pg_last_wal_receive_lsn'),
    ('pg_last_wal_replay_lsn'), ('pg_last_xact_replay_timestamp'), ('pg_lock_status'), ('pg_notification_queue_usage'),
    ('pg_partition_ancestors'), ('pg_partition_tree'), ('pg_prepared_xact'), ('pg_relation_size'), ('pg_safe_snapshot_blocking_pids'),
    ('pg_sequence_last_value'), ('pg_sleep'), ('pg_sleep_for'), ('pg_sleep_until'), ('pg_stat_get_backend_io'), ('pg_stat_get_backend_wal'),
    ('pg_stat_get_io'), ('pg_stat_get_recovery_prefetch'), ('pg_stat_get_xact_blocks_fetched'), ('pg_stat_get_xact_blocks_hit'),
    ('pg_stat_get_xact_function_calls'), ('pg_stat_get_xact_function_self_time'), ('pg_stat_get_xact_function_total_time'),
    ('pg_stat_get_xact_numscans'), ('pg_stat_get_xact_tuples_deleted'), ('pg_stat_get_xact_tuples_fetched'),
    ('pg_stat_get_xact_tuples_hot_updated'), ('pg_stat_get_xact_tuples_inserted'), ('pg_stat_get_xact_tuples_newpage_updated'),
    ('pg_stat_get_xact_tuples_returned'), ('pg_stat_get_xact_tuples_updated'), ('pg_stat_have_stats'), ('pg_stat_statements'),
    ('pg_stat_statements_info'), ('pg_table_size'), ('pg_tablespace_size'), ('pg_total_relation_size'), ('pg_wal_summary_contents'),
    ('pg_xact_commit_timestamp'), ('pg_xact_commit_timestamp_origin'), ('pg_xact_status'), ('random'), ('random_normal'), ('setseed'),
    ('system'), ('timeofday'), ('txid_status'), ('uuid_generate_v1'), ('uuid_generate_v1mc'), ('uuid_generate_v4'), ('uuidv4'), ('uuidv7')
),
-- Extensions whose stable and immutable functions call nothing else.
reading_extension (name) AS (VALUES
    ('btree_gin'), ('btree_gist'), ('citext'), ('cube'), ('fuzzystrmatch'), ('hstore'), ('intarray'), ('isn'), ('ltree'),
    ('pg_stat_statements'), ('pg_trgm'), ('pgcrypto'), ('seg'), ('unaccent'), ('uuid-ossp'), ('vector')
),
-- 16384 is the first OID that a server gives to an object that is not its own.
function_of_extension AS (
    SELECT d.objid AS oid
    FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_extension AS e ON e.oid = d.refobjid
    JOIN reading_extension AS r ON r.name = e.extname
    WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e'
),
writing_function AS (
    SELECT p.oid, p.proname AS name
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
    WHERE p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
        AND CASE
            WHEN p.oid < 16384 OR (p.oid IN (SELECT f.oid FROM function_of_extension AS f) AND l.lanname IN ('c', 'internal')) THEN
                (p.provolatile = 'v' AND p.proname NOT IN (SELECT r.name FROM reading_function AS r))
                -- These run queries over whatever they are told to read, or assign a transaction ID.
                OR p.proname ~ '_to_xml(schema|_and_xmlschema)?$'
                OR p.proname IN ('txid_current', 'pg_current_xact_id', 'fmgr_c_validator', 'fmgr_internal_validator', 'fmgr_sql_validator')
            ELSE true
        END
),
writing_operator AS (
    SELECT o.oid, o.oprname AS name FROM pg_catalog.pg_operator AS o JOIN writing_function AS f ON f.oid = o.oprcode
),
writing_reference AS (
    SELECT 'pg_catalog.pg_proc'::regclass AS class, f.oid FROM writing_function AS f
    UNION ALL
    SELECT 'pg_catalog.pg_operator'::regclass, o.oid FROM writing_operator AS o
),
-- Built-in functions are not among the dependencies of a view or policy, so they are found in its expression.
view_rule AS (
    SELECT r.oid, r.ev_class AS relation, r.ev_action::text AS expression
    FROM pg_catalog.pg_rewrite AS r
    JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class
    -- A materialized view was filled before.
    WHERE r.ev_type = '1' AND r.ev_class >= 16384 AND c.relkind = 'v'
),
calling_expression AS (
    SELECT v.relation, v.expression FROM view_rule AS v
    UNION ALL
    SELECT p.polrelid, p.polqual::text FROM pg_catalog.pg_policy AS p WHERE p.polqual IS NOT NULL
),
writing_relation AS (
    SELECT c.oid FROM pg_catalog.pg_class AS c WHERE c.relkind = 'f'
    UNION
    SELECT e.relation
    FROM calling_expression AS e
    CROSS JOIN LATERAL regexp_matches(e.expression, ':(?:funcid|aggfnoid|winfnoid) (\d+)', 'g') AS called
    WHERE called[1]::oid IN (SELECT f.oid FROM writing_function AS f)
    UNION
    SELECT v.relation
    FROM view_rule AS v
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = v.oid
    JOIN writing_reference AS w ON w.class = d.refclassid AND w.oid = d.refobjid
    UNION
    SELECT p.polrelid
    FROM pg_catalog.pg_policy AS p
    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_policy'::regclass AND d.objid = p.oid
    JOIN writing_reference AS w ON w.class = d.refclassid AND w.oid = d.refobjid
    UNION
    SELECT reader.oid
    FROM writing_relation AS w
    JOIN LATERAL (
        SELECT i.inhparent AS oid FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = w.oid
        UNION ALL
        SELECT v.relation
        FROM view_rule AS v
        JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = v.oid
        WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = w.oid AND v.relation <> w.oid
        UNION ALL
        SELECT p.polrelid
        FROM pg_catalog.pg_policy AS p
        JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_policy'::regclass AND d.objid = p.oid
        WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = w.oid AND p.polrelid <> w.oid
    ) AS reader ON true
),
-- What takes part in a query without being mentioned in it.
implicit_object (kind, name) AS (
    SELECT 'function', p.proname
    FROM writing_function AS f
    JOIN pg_catalog.pg_proc AS p ON p.oid = f.oid
    WHERE p.oid >= 16384 AND p.pronamespace = 'pg_catalog'::regnamespace
    UNION ALL
    SELECT 'operator', o.oprname
    FROM writing_operator AS w
    JOIN pg_catalog.pg_operator AS o ON o.oid = w.oid
    WHERE o.oprnamespace = 'pg_catalog'::regnamespace
    UNION ALL
    SELECT 'type', t.typname
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_type AS t ON t.oid = c.contypid
    WHERE c.contypid <> 0
        AND (EXISTS (
                SELECT
                FROM pg_catalog.pg_depend AS d
                JOIN writing_reference AS w ON w.class = d.refclassid AND w.oid = d.refobjid
                WHERE d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = c.oid)
            OR EXISTS (
                SELECT
                FROM regexp_matches(c.conbin::text, ':(?:funcid|aggfnoid|winfnoid) (\d+)', 'g') AS called
                WHERE called[1]::oid IN (SELECT f.oid FROM writing_function AS f)))
    UNION ALL
    SELECT 'cast', t.typname
    FROM pg_catalog.pg_cast AS c
    JOIN writing_function AS f ON f.oid = c.castfunc
    JOIN pg_catalog.pg_type AS t ON t.oid = c.casttarget
    UNION ALL
    SELECT 'function', f.name FROM pg_catalog.pg_amproc AS a JOIN writing_function AS f ON f.oid = a.amproc
    UNION ALL
    SELECT 'operator', o.name FROM pg_catalog.pg_amop AS a JOIN writing_operator AS o ON o.oid = a.amopopr
    UNION ALL
    SELECT 'type', t.typname
    FROM pg_catalog.pg_range AS r
    JOIN pg_catalog.pg_type AS t ON t.oid = r.rngtypid
    JOIN writing_function AS f ON f.oid IN (r.rngsubdiff, r.rngcanonical)
    UNION ALL
    SELECT 'function', f.name
    FROM writing_function AS f
    JOIN pg_catalog.pg_type AS t ON f.oid IN (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typsubscript)
)
SELECT 'function' AS kind, f.name, false AS implicit FROM writing_function AS f
UNION
SELECT 'operator', o.name, false FROM writing_operator AS o
UNION
SELECT 'relation', c.relname, false FROM writing_relation AS w JOIN pg_catalog.pg_class AS c ON c.oid = w.oid
UNION
SELECT i.kind, i.name, true FROM implicit_object AS i
ORDER BY implicit DESC, kind, name
