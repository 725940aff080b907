package dev.switchboard.postgres.dump;

import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.TestSql;
import java.util.List;
import java.util.Map;

/** A database with every kind of object that a backup contains, with difficult names and values; on request also what only pg_dump holds. */
final class RichDatabase {
    private static final List<String> STATEMENTS = List.of(
            "CREATE SCHEMA \"Other Schema\"",
            "CREATE TYPE public.mood AS ENUM ('fine', 'it''s \"so so\"', 'bad')",
            "CREATE SEQUENCE public.numbers INCREMENT BY 5 MINVALUE 10 MAXVALUE 1000 START WITH 15 CACHE 2 CYCLE",
            "CREATE TABLE public.\"odd; name\" ("
                    + "id bigint GENERATED ALWAYS AS IDENTITY (START WITH 7), \"select\" text COLLATE \"C\" NOT NULL DEFAULT upper('x'), "
                    + "mood public.mood, made timestamptz DEFAULT now(), price numeric(10, 2), raw bytea, tags text[], doc jsonb, "
                    + "serial int DEFAULT nextval('public.numbers'), gone int, ratio float8, "
                    + "PRIMARY KEY (id), CONSTRAINT positive CHECK (price IS NULL OR price > 0), UNIQUE (\"select\", serial))",
            "ALTER TABLE public.\"odd; name\" DROP COLUMN gone",
            "ALTER SEQUENCE public.numbers OWNED BY public.\"odd; name\".serial",
            "CREATE TABLE \"Other Schema\".child (parent bigint REFERENCES public.\"odd; name\" (id) ON DELETE CASCADE DEFERRABLE, note varchar(20)) "
                    + "WITH (fillfactor = 70)",
            "CREATE UNLOGGED TABLE public.\"empty\" ()",
            "CREATE UNIQUE INDEX partly ON \"Other Schema\".child (lower(note)) WHERE note IS NOT NULL",
            "COMMENT ON TABLE public.\"odd; name\" IS 'it''s odd\\n'",
            "COMMENT ON COLUMN public.\"odd; name\".\"select\" IS 'a word'",
            "INSERT INTO public.\"odd; name\" (\"select\", mood, price, raw, tags, doc, ratio) VALUES "
                    + "(E'tab\\t newline\\n return\\r back\\\\slash \\\\. ’ 😀', 'it''s \"so so\"', 1.50, '\\xdeadbeef00', '{a,NULL,\"c,\\\"d\"}', '{\"a\": [1, null]}', 'NaN'), "
                    + "('\\.', 'bad', NULL, NULL, NULL, NULL, 0.1), ('', 'fine', 0.01, '', '{}', '\"\\\\.\"', 1e300)",
            "INSERT INTO \"Other Schema\".child SELECT id, '  note ' || id FROM public.\"odd; name\"",
            "GRANT SELECT, INSERT ON public.\"odd; name\" TO PUBLIC");

    /** What only pg_dump holds. */
    private static final List<String> WITH_PG_DUMP = List.of(
            "ALTER TABLE public.\"odd; name\" ADD COLUMN twice int GENERATED ALWAYS AS (2 * 21) STORED",
            "CREATE FUNCTION public.shout(word text) RETURNS text LANGUAGE plpgsql AS $f$\nBEGIN\n  RETURN upper(word) || ';' || E'\\r\\n';\nEND;\n$f$",
            "CREATE VIEW public.seen AS SELECT id, \"select\" FROM public.\"odd; name\" WHERE mood <> 'bad'",
            "CREATE VIEW public.seen_twice WITH (security_barrier = true) AS SELECT seen.id, other.\"select\" FROM public.seen JOIN public.seen AS other USING (id)",
            "CREATE MATERIALIZED VIEW public.counted AS SELECT count(*) AS n FROM public.\"odd; name\"",
            "CREATE UNIQUE INDEX ON public.counted (n)",
            "CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.note := trim(NEW.note); RETURN NEW; END$$",
            "CREATE TRIGGER touching BEFORE INSERT OR UPDATE ON \"Other Schema\".child FOR EACH ROW EXECUTE FUNCTION public.touch()",
            "CREATE FUNCTION public.count_children() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM \"Other Schema\".child; END",
            "COMMENT ON VIEW public.seen IS 'seen'",
            "COMMENT ON FUNCTION public.shout(text) IS 'loud'",
            "REFRESH MATERIALIZED VIEW public.counted",
            "REVOKE ALL ON FUNCTION public.shout(text) FROM PUBLIC");

    private RichDatabase() {}

    static void fill(Database database) {
        STATEMENTS.forEach(statement -> TestSql.update(database, new Sql("rich", statement), Map.of()));
    }

    static void fillWithPgDump(Database database) {
        fill(database);
        WITH_PG_DUMP.forEach(statement -> TestSql.update(database, new Sql("rich", statement), Map.of()));
    }

    /** Returns the visible content: each row, and the definition of each object as the server returns it. */
    static List<String> seen(Database database) {
        String query = "SELECT 'row ' || t::text AS seen FROM public.\"odd; name\" AS t "
                + "UNION ALL SELECT 'child ' || t::text FROM \"Other Schema\".child AS t "
                + "UNION ALL SELECT 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '-') "
                + "|| ' ' || is_identity || ' ' || is_generated || ' ' || coalesce(collation_name, '-') FROM information_schema.columns "
                + "WHERE table_schema IN ('public', 'Other Schema') "
                + "UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace "
                + "UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname IN ('public', 'Other Schema') "
                + "UNION ALL SELECT 'sequence ' || s::text FROM pg_sequences AS s "
                + "UNION ALL SELECT 'function ' || pg_get_functiondef(oid) || coalesce(proacl::text, '-') FROM pg_proc WHERE pronamespace = 'public'::regnamespace "
                + "UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal "
                + "UNION ALL SELECT 'comment ' || description FROM pg_description WHERE objoid >= 16384 AND classoid IN ('pg_class'::regclass, 'pg_proc'::regclass) "
                + "UNION ALL SELECT 'relation ' || relname || ' ' || relkind::text || ' ' || relpersistence::text || ' ' || coalesce(reloptions::text, '-') || ' ' "
                + "|| coalesce((SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(relacl) AS a), '-') "
                + "FROM pg_class WHERE relnamespace IN ('public'::regnamespace, '\"Other Schema\"'::regnamespace) "
                + "ORDER BY 1";
        return database.query(new Sql("seen", query), Map.of()).stream().map(row -> row.text("seen")).toList();
    }
}
