package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Text in every store that would control a terminal, hide or reorder what it shows: none of it reaches standard output or error. */
@Timeout(120)
class HostileTextTest {
    /** Escape sequences, a title, the bell, a line that is overwritten, C1 controls, and invisible format characters. */
    private static final String HOSTILE =
            "\u001B[2J\u001B]0;title\u0007\b\roverwritten\u007F\u0085\u009B31m\u009D0;t\u009C\u202E\u2066\u2069\u200F\u061C\u2028\uFEFF";
    private static final String TABLE = TestAws.tableName("hostile");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path home;

    @TempDir
    private static Path files;

    private static TestTerminal terminal;
    private static String group;

    @BeforeAll
    static void plant() throws Exception {
        PostgresEngine engine = TestEngines.freshDatabase();
        String database = "postgresql://" + engine.user() + ":" + engine.password() + "@" + engine.host() + ":" + engine.port() + "/"
                + engine.database();
        terminal = new TestTerminal(home).variable("AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString())
                .variable("CONNECTION_URL", database).variable("DDB_MESSAGE_TABLE", TABLE);
        terminal.run("db", "load-schema").ok();
        terminal.run("db", "seed").ok();
        terminal.run("tables", "create").ok();
        group = terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno", "--json").ok().json().get("group").asText();
        plantInDynamoDb();
        try (Connection connection = TestEngines.connect(engine, engine.database())) {
            plantInPostgres(connection);
        }
        plantInUserPool();
    }

    /** In every attribute, and in copies of the items whose sort key ends with it. */
    private static void plantInDynamoDb() {
        DynamoDbClient client = TestEngines.dynamoDbClient();
        for (Map<String, AttributeValue> item : client.scan(b -> b.tableName(TABLE)).items()) {
            Map<String, AttributeValue> changed = new HashMap<>(item);
            changed.replaceAll((name, value) -> name.equals("pk") || name.equals("sk") || name.endsWith("uuid") || value.s() == null
                    ? value
                    : AttributeValue.fromS(value.s() + HOSTILE + '\0'));
            changed.put("name" + HOSTILE, AttributeValue.fromS(HOSTILE));
            client.putItem(b -> b.tableName(TABLE).item(changed));
            changed.put("sk", AttributeValue.fromS(item.get("sk").s() + HOSTILE + '\0'));
            client.putItem(b -> b.tableName(TABLE).item(changed));
        }
    }

    private static void plantInPostgres(Connection connection) throws Exception {
        String update = "UPDATE users SET display_name = display_name || ?, email = email || ?, cognito_user_id = ? || handle,"
                + " handle = CASE WHEN handle IN ('ada', 'bruno') THEN handle ELSE handle || ? END";
        try (PreparedStatement users = connection.prepareStatement(update)) {
            for (int i = 1; i <= 4; i++) {
                users.setString(i, HOSTILE);
            }
            users.executeUpdate();
        }
        try (Statement statement = connection.createStatement()) {
            String quoted = "\"t" + HOSTILE + "\"";
            statement.execute("CREATE TABLE " + quoted + " (\"c" + HOSTILE + "\" int CONSTRAINT \"k" + HOSTILE + "\" CHECK (false))");
            statement.execute("CREATE FUNCTION fails() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = '" + HOSTILE
                    + "', DETAIL = '" + HOSTILE + "', HINT = '" + HOSTILE + "'; END $$");
        }
    }

    private static void plantInUserPool() throws Exception {
        ObjectNode pool = (ObjectNode) JSON.readTree(Files.readString(Path.of("db/user-pool.json")));
        for (JsonNode user : pool.get("users")) {
            ((ObjectNode) user).put("username", user.get("username").asText() + HOSTILE).put("status", "CONFIRMED" + HOSTILE);
            ObjectNode attributes = (ObjectNode) user.get("attributes");
            attributes.put("email", HOSTILE).put("sub", attributes.get("sub").asText() + HOSTILE);
            if (attributes.get("preferred_username").asText().startsWith("d")) {
                attributes.put("preferred_username", HOSTILE);
            }
        }
        Files.writeString(Files.createDirectories(home.resolve("local")).resolve("user-pool.json"), JSON.writeValueAsString(pool));
    }

    static Stream<List<String>> commands() throws Exception {
        List<List<String>> commands = new ArrayList<>(List.of(
                List.of("conversations", "list", "--user", "ada"),
                List.of("conversations", "list", "--user", "x" + HOSTILE),
                List.of("conversations", "show", "GROUP"),
                List.of("conversations", "show", HOSTILE),
                List.of("conversations", "send", "GROUP", "--as", "ada", "sent " + HOSTILE),
                List.of("items", "scan", TABLE),
                List.of("items", "scan", HOSTILE),
                List.of("users", "list"),
                List.of("users", "pool"),
                List.of("users", "compare"),
                List.of("users", "sync", "--apply"),
                List.of("tables", "list"),
                List.of("tables", "describe", HOSTILE),
                List.of("tables", "backup", TABLE, "--output", files.resolve("b" + HOSTILE).toString()),
                List.of("tables", "backup", TABLE, "--output", files.resolve("b" + HOSTILE).toString()),
                List.of("tables", "drop", TABLE, "--confirm", HOSTILE),
                List.of("db", "backup", "--output", files.resolve("d" + HOSTILE).toString()),
                List.of("db", "sessions"),
                List.of("doctor"),
                List.of("doctor", "--repair", HOSTILE),
                List.of("journal", "list"),
                List.of("journal", "show", HOSTILE),
                List.of("local", "status"),
                List.of("no-such-" + HOSTILE),
                List.of("tables", "list", "--no-such-" + HOSTILE),
                List.of("tables", "list", "--env", HOSTILE),
                List.of("tables", "list", "--endpoint", HOSTILE),
                List.of("tables", "list", "--env", "prd", "--unlock", HOSTILE),
                List.of("items", "scan", TABLE, "--limit", HOSTILE),
                List.of("seed", "conversation", "--from", "ada", "--to", "bruno", "--start", HOSTILE),
                List.of("seed", "conversation", "--from", "ada", "--to", "bruno", "--dry-run"),
                List.of("seed", "conversation", "--from", "ada", "--to", "bruno", "--file",
                        file("talk" + HOSTILE, HOSTILE.getBytes(StandardCharsets.UTF_8))),
                List.of("tables", "restore", file("f" + HOSTILE, packed(
                        "{\"switchboardBackup\":1,\"at\":\"2026-01-05T08:00:00Z\",\"items\":1,\"table\":{\"name\":\"abc\",\"keys\":[{\"name\":"
                                + JSON.writeValueAsString("pk" + HOSTILE) + ",\"role\":\"HASH\",\"type\":\"S\"}],\"indexes\":[],"
                                + "\"billing\":\"PROVISIONED\",\"readCapacity\":5,\"writeCapacity\":5,\"streamView\":null,"
                                + "\"deletionProtection\":false,\"tags\":{}}}\n{\"Item\":{\"x\":{\"S\":\"y\"}}}\n"))),
                List.of("db", "restore", file("g" + HOSTILE, packed("-- " + JSON.writeValueAsString(Map.of("switchboardDatabaseBackup", 1,
                        "database", HOSTILE, "server", HOSTILE, "at", "2026-01-05T08:00:00Z", "tables", 0, "rows", 0, "mark", "-- x"))
                        + "\n"))),
                List.of("db", "run", "no-such-" + HOSTILE)));
        for (String sql : List.of("SELECT * FROM users", "TABLE \"t" + HOSTILE + "\"", "SELECT fails()", "SELECT 1 AS \"a" + HOSTILE + "\"",
                "INSERT INTO \"t" + HOSTILE + "\" VALUES (1)", "SELECT \"" + HOSTILE + "\"", HOSTILE,
                "SELECT chr(7), chr(27) || '[2J', chr(155)")) {
            commands.add(List.of("db", "run", file("sql" + commands.size(), sql.getBytes(StandardCharsets.UTF_8))));
        }
        return commands.stream();
    }

    private static String file(String name, byte[] content) throws Exception {
        return Files.write(files.resolve(name), content).toString();
    }

    private static byte[] packed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void printsNothingHostile(CommandLineResult result) {
        assertThat(hostile(result.out())).as("standard output").isEmpty();
        assertThat(hostile(result.err())).as("standard error").isEmpty();
    }

    /** The control characters in a text but line feeds and tabs, and the format characters. */
    private static List<String> hostile(String text) {
        return text.codePoints()
                .filter(c -> c != '\n' && c != '\t')
                .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029)
                .mapToObj(c -> "U+%04X in %s".formatted(c, text.lines().filter(line -> line.indexOf(c) >= 0).findFirst().orElse("")
                        .codePoints().limit(80).mapToObj(d -> d < ' ' ? "." : Character.toString(d)).reduce("", String::concat)))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandPrintsWhatATerminalObeys(List<String> words) {
        String[] args = words.stream().map(word -> word.equals("GROUP") ? group : word).toArray(String[]::new);

        printsNothingHostile(terminal.run(args));
        printsNothingHostile(terminal.run(Stream.concat(Stream.of(args), Stream.of("--json")).toArray(String[]::new)));
        printsNothingHostile(terminal.run(Stream.concat(Stream.of(args), Stream.of("--verbose")).toArray(String[]::new)));
    }

    @Test
    void jsonIsExact() {
        assertThat(terminal.run("items", "scan", TABLE, "--json").ok().jsonLines())
                .anyMatch(item -> item.path("name" + HOSTILE).path("S").asText().equals(HOSTILE));
        assertThat(terminal.run("users", "list", "--json").ok().json().get("users"))
                .allMatch(user -> user.get("email").asText().endsWith(HOSTILE));
        assertThat(terminal.run("conversations", "list", "--user", "ada", "--json").ok().json().at("/groups/0/lastMessage").asText())
                .contains(HOSTILE);
        assertThat(terminal.input("SELECT 1 AS \"a" + HOSTILE + "\"").run("db", "run", "-", "--json").ok().json()
                .at("/results/0/columns/0").asText()).isEqualTo("a" + HOSTILE);
    }

    @Test
    void aConversationIsOneLineForEachMessage() {
        CommandLineResult shown = terminal.run("conversations", "show", group).ok();

        assertThat(shown.out().lines()).allMatch(line -> line.contains("@ada") || line.contains("@bruno"));
    }

    @Test
    void questionsAndSettingsToo(@TempDir Path other) throws Exception {
        List<String> asked = new ArrayList<>();
        Files.writeString(other.resolve("settings.json"), "{\"prd\": {" + JSON.writeValueAsString("x" + HOSTILE) + ": \"1\"}}");
        printsNothingHostile(new TestTerminal(other).run("tables", "list"));
        printsNothingHostile(new TestTerminal(other.resolve("home" + HOSTILE)).answering("no").variable("AWS_ENDPOINT_URL",
                TestEngines.dynamoDb().toString()).asking(asked).run("tables", "drop", TABLE));
        assertThat(asked).isNotEmpty().allSatisfy(question -> assertThat(hostile(question)).isEmpty());
    }
}
