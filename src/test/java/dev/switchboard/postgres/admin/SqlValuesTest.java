package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.sql.RowJsonWriter;
import dev.switchboard.postgres.sql.SqlResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of each type of PostgreSQL are shown as PostgreSQL itself prints them, and columns keep their order and their values. */
class SqlValuesTest {
    private static final List<String> VALUES = List.of(
            "'infinity'::timestamptz", "'-infinity'::timestamptz", "'infinity'::timestamp", "'-infinity'::date", "'infinity'::date",
            "'0044-03-15 12:00:00+00 BC'::timestamptz", "'0044-03-15 BC'::date", "'294276-12-31 23:59:59.999999+00'::timestamptz",
            "'2026-11-22 12:09:00.123456+05:30'::timestamptz", "'1890-01-01 00:00+00'::timestamptz", "'2026-11-22 12:09:00'::timestamp",
            "'24:00'::time", "'12:09:00.5+05:30'::timetz", "'1 year 2 mons -3 days 04:05:06.7'::interval", "'-1 year'::interval",
            "'infinity'::interval", "12.50::money", "(-1234567.891)::money", "'NaN'::numeric", "'Infinity'::numeric",
            "'-Infinity'::numeric",
            "1.50::numeric", "1e-20::numeric", "1e30::numeric", "(10::numeric ^ 300)", "'NaN'::float8", "'-Infinity'::float4",
            "1e20::float8",
            "1.5e-7::float8", "0.1::float4", "'-0'::float8", "9223372036854775807", "(-32768)::int2", "true", "false", "NULL::boolean",
            "'a'::\"char\"", "'x'::name", "E'tab\\tline\\nend'", "''", "E'\\\\xdeadbeef'::bytea", "B'101'::bit(3)", "B'1'::bit(1)",
            "B''::varbit", "'{\"a\":  1}'::json", "'{\"b\": [1, 2.50], \"a\": null}'::jsonb", "'null'::jsonb", "'<a>x</a>'::xml",
            "gen_random_uuid()", "'1.2.3.4/8'::inet", "'10.0.0.0/8'::cidr", "'08:00:2b:01:02:03'::macaddr", "'(1,2)'::point",
            "'((0,0),(1,1))'::box", "'<(0,0),1>'::circle", "'[1,5)'::int4range", "'empty'::numrange", "'{[1,3),[5,9)}'::int4multirange",
            "'[2026-01-01,infinity)'::daterange", "tstzrange('-infinity', now())", "ARRAY[1, NULL, 3]", "ARRAY[[1, 2], [3, NULL]]",
            "ARRAY['a b', 'NULL', NULL, '', 'x\"y', E'\\\\']", "'[0:1]={1,2}'::int[]", "'{}'::text[]", "ARRAY[true, false]",
            "ARRAY['infinity'::timestamptz]", "ROW(1, NULL, 'a,b', '')", "ROW()", "(1, ROW(2, 'x'))", "'own.t'::regclass", "16384::oid",
            "to_tsvector('simple', 'a b a')", "'a & b'::tsquery", "'0/16B3748'::pg_lsn", "'10:20:10,14'::pg_snapshot",
            "ROW(1, 'b c', 'infinity')::own.pair", "ARRAY[ROW(1, NULL, NULL)::own.pair]", "'two words'::own.mood", "5::own.positive",
            "'{\"two words\",x}'::own.mood[]", "(SELECT t FROM own.t)", "NULL", "int8range(NULL, 5)", "'$.a[*]'::jsonpath",
            "now() - now()");
    private static PostgresFixture dev;
    private static SqlRunner runner;

    @BeforeAll
    static void open() {
        dev = PostgresFixture.dev();
        runner = new SqlRunner(dev.database);
        runner.run("""
                DROP SCHEMA IF EXISTS own CASCADE;
                CREATE SCHEMA own;
                CREATE TYPE own.mood AS ENUM ('two words', 'x');
                CREATE DOMAIN own.positive AS int CHECK (VALUE > 0);
                CREATE TYPE own.pair AS (n int, t text, at timestamptz);
                CREATE TABLE own.t (id serial, "Größe" text, at timestamptz);
                INSERT INTO own.t VALUES (1, 'a "b"', 'infinity')""", Progress.NONE);
    }

    @AfterAll
    static void close() {
        runner.run("DROP SCHEMA own CASCADE", Progress.NONE);
        dev.close();
    }

    private static SqlResult result(String sql) {
        return runner.run(sql, Progress.NONE).getLast();
    }

    private static String json(SqlResult result, int row) {
        return new RowJsonWriter(result.columns()).write(result.rows().get(row));
    }

    @Test
    void eachIsWhatACastToTextPrints() {
        List<String> columns = new ArrayList<>();
        for (String value : VALUES) {
            columns.add("(" + value + ")");
            columns.add("(" + value + ")::text");
        }
        // random and volatile values have to be the same in both columns
        String sql = "SELECT " + String.join(",\n", columns).replace("gen_random_uuid()", "'0b2f5c1e-7c7a-4d0e-9a51-3f1d2a6e1a01'::uuid");
        List<String> shown = result(sql).rows().getFirst().display();
        for (int i = 0; i < VALUES.size(); i++) {
            assertThat(shown.get(2 * i)).as(VALUES.get(i)).isEqualTo(shown.get(2 * i + 1));
        }
        assertThat(shown).doesNotContain("1000000000");
    }

    @Test
    void charactersAreShownWithTheirBlanks() {
        assertThat(result("SELECT 'a'::char(3)").rows().getFirst().display()).containsExactly("a  ");
    }

    @Test
    void eachIsTheSameInARowOfTheTableAfterManyRuns() {
        // The driver switches to its binary form for a statement that it has prepared.
        for (int i = 0; i < 8; i++) {
            assertThat(dev.database
                    .query(new dev.switchboard.postgres.sql.Sql("values", "SELECT 1e20::float8 AS f, at, 1.0::float4 AS g FROM own.t"),
                            java.util.Map.of())
                    .getFirst().display()).containsExactly("1e+20", "infinity", "1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1 | 1", "9223372036854775807 | 9223372036854775807", "1.50 | 1.50", "'NaN'::numeric | \"NaN\"",
        "'Infinity'::float8 | \"Infinity\"",
        "1e20::float8 | 1e+20", "1e-20::numeric | 0.00000000000000000001", "true | true", "NULL::boolean | null", "NULL | null",
        "'1' | \"1\"", "'1,234.50'::money | \"1,234.50\"", "16384::oid | \"16384\"", "5::own.positive | 5",
        "'{\"a\":1}'::json | \"{\\\"a\\\":1}\"", "ARRAY[1,2] | \"{1,2}\"", "'infinity'::timestamptz | \"infinity\"",
        "(SELECT id FROM own.t) | 1"
    })
    void jsonHasNumbersThatItCanHoldAndTextOtherwise(String value, String json) {
        assertThat(json(result("SET lc_monetary = 'C'; SELECT " + value + " AS v"), 0).replace("$", "")).isEqualTo("{\"v\":" + json + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SELECT 1 AS uuid, 2 AS uuid | {\"uuid\":1,\"uuid (2)\":2}",
        "SELECT 1 AS uuid, 2 AS uuid, 3 AS \"uuid (2)\" | {\"uuid\":1,\"uuid (3)\":2,\"uuid (2)\":3}",
        "SELECT 3 AS \"uuid (2)\", 1 AS uuid, 2 AS uuid, 4 AS uuid | {\"uuid (2)\":3,\"uuid\":1,\"uuid (3)\":2,\"uuid (4)\":4}",
        "SELECT 1, 2, 'x' | {\"?column?\":1,\"?column? (2)\":2,\"?column? (3)\":\"x\"}",
        "SELECT 1 AS a, 2 AS \"A\" | {\"a\":1,\"A\":2}",
        "SELECT a.*, b.* FROM (SELECT 1 AS id, 2 AS n) a, (SELECT 3 AS id, 4 AS n) b | {\"id\":1,\"n\":2,\"id (2)\":3,\"n (2)\":4}",
    })
    void columnsOfOneNameStayApart(String sql, String json) {
        SqlResult result = result(sql);
        assertThat(json(result, 0)).isEqualTo(json);
        assertThat(result.rows().getFirst().display()).hasSameSizeAs(result.columns());
    }

    @Test
    void aThousandColumnsOfOneNameStayApart() {
        SqlResult result = result("SELECT " + String.join(", ", Collections.nCopies(1600, "1 AS n")));
        assertThat(new RowJsonWriter(result.columns()).names()).doesNotHaveDuplicates().hasSize(1600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "SELECT FROM generate_series(1, 1)"})
    void aRowWithoutColumnsIsARow(String sql) {
        SqlResult result = result(sql);
        assertThat(result.hasRows()).isTrue();
        assertThat(result.rows()).hasSize(1);
        assertThat(json(result, 0)).isEqualTo("{}");
    }

    @Test
    void theTimeZoneAndStyleOfAScriptAreObeyed() {
        assertThat(result("SET TIME ZONE 'Asia/Kolkata'; SELECT '2026-11-22 12:09+00'::timestamptz").rows().getFirst().display())
                .containsExactly("2026-11-22 17:39:00+05:30");
        assertThat(result("SET intervalstyle = iso_8601; SELECT '1 day'::interval").rows().getFirst().display()).containsExactly("P1D");
        assertThat(result("SET bytea_output = escape; SELECT '\\x41ff'::bytea").rows().getFirst().display()).containsExactly("A\\377");
    }
}
