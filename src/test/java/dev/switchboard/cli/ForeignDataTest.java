package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestPoolUsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line on a database of another version of the application, and on results that no application made. */
class ForeignDataTest {
    private static final UserPoolEngine POOL = TestEngines.pool(
            List.of(TestPoolUsers.of("1a000000-0000-4000-8000-00000000ada0", "ada"),
                    TestPoolUsers.of("1a000000-0000-4000-8000-00000000b0b0", "bob")));
    private TestTerminal terminal;
    private String table;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        open(folder);
    }

    private void open(Path home) {
        PostgresEngine engine = TestEngines.freshDatabase();
        terminal = new TestTerminal(home).variable("CONNECTION_URL", "postgresql://" + engine.user() + ":" + engine.password() + "@"
                + engine.host() + ":" + engine.port() + "/" + engine.database());
        table = "foreign-" + Math.abs(home.hashCode());
        sql("CREATE TABLE public.users (uuid uuid, display_name text, handle text, email text, cognito_user_id text, created_at timestamptz);"
                + "INSERT INTO users VALUES (gen_random_uuid(), 'Ada', 'ada', 'a@example.org', 'MOCK', now()),"
                + " (gen_random_uuid(), 'Bob', 'bob', 'b@example.org', 'MOCK', now());"
                + "CREATE TABLE public.activities (uuid uuid)");
    }

    private CommandLineResult sql(String script, String... options) {
        List<String> args = new ArrayList<>(List.of("db", "run", "-"));
        args.addAll(List.of(options));
        return terminal.input(script).run(args.toArray(String[]::new));
    }

    private CommandLineResult run(String... command) {
        List<String> args =
                new ArrayList<>(List.of("--endpoint", TestEngines.dynamoDb().toString(), "--region", "eu-central-1", "--table", table,
                        "--cognito-endpoint", POOL.endpoint().toString(), "--pool-id", POOL.poolId()));
        args.addAll(List.of(command));
        return terminal.run(args.toArray(String[]::new));
    }

    private String check(String id, String field) {
        for (JsonNode check : run("doctor", "--json").json().path("checks")) {
            if (check.path("id").asText().equals(id)) {
                return check.path(field).asText();
            }
        }
        throw new AssertionError(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"display_name", "email", "cognito_user_id", "created_at"})
    void conversationsSeedsAndListsWorkWithoutAColumn(String column) {
        sql("ALTER TABLE users DROP COLUMN " + column).ok();
        everythingWorks(column);
        assertThat(check("schema", "state")).isEqualTo("warning");
        assertThat(check("schema", "detail")).contains("no column " + column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"display_name", "email", "cognito_user_id", "created_at"})
    void conversationsSeedsAndListsWorkWithNulls(String column) {
        sql("UPDATE users SET " + column + " = NULL").ok();
        everythingWorks(column);
        assertThat(check("schema", "state")).isEqualTo("ok");
        run("users", "sync", "--apply").ok();
    }

    private void everythingWorks(String column) {
        JsonNode ada = run("users", "list", "--json").ok().json().path("users").path(0);
        String name = switch (column) {
            case "display_name" -> "displayName";
            case "cognito_user_id" -> "cognitoUserId";
            default -> column;
        };
        assertThat(ada.path(name).isNull()).isEqualTo(!column.equals("created_at"));
        assertThat(run("users", "list").ok().out()).contains("@ada", "@bob");
        assertThat(run("users", "compare", "--json").json().path("new")).hasSize(2);
        run("tables", "create", table).ok();
        try {
            run("seed", "conversation", "--from", "ada", "--to", "bob").ok();
            String group =
                    run("conversations", "list", "--user", "@ada", "--json").ok().json().path("groups").path(0).path("uuid").asText();
            run("conversations", "send", group, "--as", "ada", "hello").ok();
            assertThat(run("conversations", "show", group).ok().out()).contains("hello");
            assertThat(run("doctor").out()).contains("Conversations");
        } finally {
            run("tables", "drop", table, "--confirm", table, "--no-backup");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE users SET %s = NULL WHERE email LIKE 'b%%'", "ALTER TABLE users DROP COLUMN %s"})
    void aUserWithoutAUuidOrAHandleIsShownAndSkipped(String change) {
        for (String column : List.of("uuid", "handle")) {
            open(folder.resolve(column));
            sql(change.formatted(column)).ok();
            CommandLineResult list = run("users", "list", "--json").ok();
            assertThat(list.err()).contains("no UUID or no handle");
            assertThat(list.json().path("users").path(1).path(column).isNull()).isTrue();
            assertThat(run("users", "list").ok().out()).contains("b@example.org");
            assertThat(run("users", "compare", "--json").json().path("incomplete")).isNotEmpty();
            assertThat(run("users", "compare").out()).contains("without a UUID or a handle");
            assertThat(run("users", "sync", "--apply").ok().out()).contains("no UUID or no handle");
            assertThat(check("schema", "state")).isEqualTo(change.startsWith("ALTER") ? "failed" : "ok");
        }
    }

    @Test
    void aUserWithoutAUuidHasNoConversationsAndSaysWhy() {
        sql("UPDATE users SET uuid = NULL WHERE handle = 'bob'").ok();
        assertThat(run("conversations", "list", "--user", "bob").failure(1)).contains("@bob has no UUID");
    }

    @Test
    void aMissingTableOrOneOfAnotherSchemaIsNamed() {
        sql("CREATE SCHEMA IF NOT EXISTS own; ALTER TABLE users SET SCHEMA own").ok();
        assertThat(check("schema", "state")).isEqualTo("failed");
        assertThat(check("schema", "detail")).contains("another schema (own)");
        assertThat(run("users", "list").failure(1)).contains("load the schema");
    }

    @Test
    void columnsOfOneNameKeepTheirValuesInJson() {
        JsonNode result = sql("SELECT 1 AS uuid, 2 AS uuid, 3 AS \"uuid (2)\", 'infinity'::timestamptz AS at", "--json").ok().json()
                .path("results").path(0);
        assertThat(result.path("columns").toString()).isEqualTo("[\"uuid\",\"uuid (3)\",\"uuid (2)\",\"at\"]");
        assertThat(result.path("rows").path(0).toString()).isEqualTo("{\"uuid\":1,\"uuid (3)\":2,\"uuid (2)\":3,\"at\":\"infinity\"}");
        assertThat(sql("SELECT 1 AS uuid, 2 AS uuid").ok().out().lines()).containsExactly("uuid  uuid", "1     2");
    }

    @Test
    void noticesAreOnStandardErrorAlsoOfAFailure() {
        CommandLineResult said = sql("DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two'; END $$; SELECT 1 AS n", "--json").ok();
        assertThat(said.err()).isEqualToNormalizingNewlines("NOTICE: one\nWARNING: two\n");
        assertThat(said.json().path("results")).hasSize(2);
        CommandLineResult failed = sql("DO $$ BEGIN RAISE NOTICE 'before'; RAISE EXCEPTION 'no'; END $$");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(2).first().isEqualTo("NOTICE: before");
    }

    @Test
    void headingsAndCellsNeitherCommandTheTerminalNorTurnText() {
        for (String unsafe : List.of("\u001B[31m", "\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u200B",
                "\u009B", "\u0007")) {
            String out = sql("SELECT 'c" + unsafe + "d' AS \"a" + unsafe + "b\"").ok().out();
            assertThat(out).as("U+%04X", (int) unsafe.charAt(0)).doesNotContain(unsafe.substring(0, 1)).contains("a\uFFFD", "c\uFFFD");
            assertThat(sql("DO $$ BEGIN RAISE NOTICE 'x" + unsafe + "'; END $$").ok().err()).doesNotContain(unsafe.substring(0, 1));
        }
    }

    @Test
    void wideCharactersAlignInHeadingsAndCells() {
        List<String> lines =
                sql("SELECT * FROM (VALUES ('漢字', 'x'), ('é', 'y'), ('e\u0301', 'z'), ('👩‍👩‍👧', 'w'), ('ａ', 'v')) AS t (\"名前\", n)")
                        .ok().out().lines().toList();
        assertThat(lines).containsExactly("名前  n", "漢字  x", "é     y", "e\u0301     z", "👩‍👩‍👧    w", "ａ    v");
    }
}
