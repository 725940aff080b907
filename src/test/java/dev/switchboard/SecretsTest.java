package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Greps everything that processes with known secrets leave behind and show, whether they succeed or fail, and finds none of them. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecretsTest {
    private static final String DATABASE = "dbSecret7f3a91";
    private static final String WRONG = "wrongSecret55e1";
    private static final String AWS_KEY = "awsSecretKey4c82d0";
    private static final String TOKEN = "sessionToken9b1e77";

    @TempDir
    private Path folder;

    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private final Map<String, String> seen = new TreeMap<>();

    @BeforeEach
    void makeARoleWithAKnownPassword() throws SQLException {
        try (Connection connection = TestEngines.connect(postgres, postgres.database()); Statement statement = connection.createStatement()) {
            statement.execute("create role " + role() + " superuser login password '" + DATABASE + "'");
        }
    }

    private String role() {
        return "keeper_" + postgres.database();
    }

    private String url(String password) {
        String login = password.isEmpty() ? role() : role() + ":" + password;
        return "postgresql://" + login + "@" + postgres.host() + ":" + postgres.port() + "/" + postgres.database();
    }

    @Test
    void noSecretIsWrittenShownOrHandedOn() throws Exception {
        Map<String, String> byUrl = Map.of("CONNECTION_URL", url(DATABASE));
        run(0, byUrl, "db", "load-schema", "-v");
        run(0, byUrl, "tables", "create", "secrets-table", "-v");
        run(0, byUrl, "tables", "drop", "secrets-table", "--confirm", "secrets-table", "-v");
        run(0, Map.of("CONNECTION_URL", url(""), "PGPASSWORD", DATABASE), "users", "list", "-v");
        run(1, Map.of("CONNECTION_URL", url(WRONG)), "users", "list", "-v");
        run(1, Map.of("CONNECTION_URL", url(WRONG) + "?sslmode=never"), "users", "list", "-v");
        run(1, Map.of("CONNECTION_URL", url(WRONG + "%zz")), "users", "list", "-v");
        run(1, Map.of("CONNECTION_URL", url(WRONG + "/x")), "users", "list", "-v");

        readFiles();
        assertThat(seen.keySet()).anyMatch(name -> name.endsWith(".switchboard")).anyMatch(name -> name.startsWith("command line of"));
        assertThat(seen.values().stream().filter(text -> text.contains(role())).count()).as("places that name the role").isPositive();
        for (String secret : List.of(DATABASE, WRONG, AWS_KEY, TOKEN)) {
            assertThat(seen).as("places that hold a secret").allSatisfy((place, text) -> assertThat(text.contains(secret)).as(place).isFalse());
        }
    }

    /** Runs it and keeps what it says, and the command lines of it and of all that it starts. */
    private void run(int expected, Map<String, String> variables, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), "dev.switchboard.Switchboard"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of(
                "SWITCHBOARD_HOME", folder.resolve("home").toString(),
                "AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString(),
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", AWS_KEY,
                "AWS_SESSION_TOKEN", TOKEN));
        builder.environment().putAll(variables);
        String name = seen.size() + " " + String.join(" ", words);
        Path out = folder.resolve(name.replaceAll("[^a-z0-9]", "-") + ".out");
        Path err = folder.resolve(name.replaceAll("[^a-z0-9]", "-") + ".err");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        do {
            look(process.toHandle());
            process.descendants().forEach(this::look);
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        seen.put("output of " + name, Files.readString(out));
        seen.put("errors of " + name, Files.readString(err));
        assertThat(process.exitValue()).as("%s: %s", name, Files.readString(err)).isEqualTo(expected);
    }

    private void look(ProcessHandle process) {
        process.info().commandLine().ifPresent(line -> seen.merge("command line of " + process.pid(), line, String::concat));
    }

    /** Everything in the home: settings, logs, journal, backups unpacked. */
    private void readFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
                byte[] content = bytes;
                if (gzip) {
                    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        content = in.readAllBytes();
                    }
                }
                seen.put(folder.relativize(file).toString(), new String(content, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
