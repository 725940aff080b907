package dev.switchboard.bench.reliability;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestPoolUsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The stores and the home folder of one run, and the commands that are run on them as processes of their own. */
final class ReliabilityWorld {
    private static final int LONGEST_MINUTES = 2;
    final Path folder;
    final String table = "run-" + UUID.randomUUID();
    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private final UserPoolEngine pool;
    private final Map<Long, Path> outputs = new TreeMap<>();

    /** @param poolUsers the number of users of the user pool */
    ReliabilityWorld(int poolUsers) throws IOException {
        folder = Files.createTempDirectory("switchboard-reliability");
        pool = TestEngines.pool(IntStream.range(0, poolUsers).mapToObj(i -> TestPoolUsers.of("sub-" + i, "user" + i)).toList());
    }

    /** Starts a command; its output goes to a file. */
    Process start(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(JavaProcess.java(List.of("-XX:-UsePerfData"), "dev.switchboard.Switchboard", "--table", table));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path output = Files.createTempFile(folder, "output", ".txt");
        builder.redirectOutput(output.toFile());
        builder.environment().putAll(Map.of(
                "SWITCHBOARD_HOME", folder.resolve("home").toString(),
                "AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_COGNITO_USER_POOL_ID", pool.poolId(),
                "CONNECTION_URL", postgres.url(),
                "PGPASSWORD", postgres.password()));
        Process process = builder.start();
        outputs.put(process.pid(), output);
        return process;
    }

    CommandResult result(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("a command did not end: " + Files.readString(outputs.get(process.pid())));
        }
        return new CommandResult(process.exitValue(), Files.readString(outputs.get(process.pid())));
    }

    CommandResult run(String... arguments) throws IOException, InterruptedException {
        return result(start(List.of(), arguments));
    }

    /** Options that name the user pool. */
    String[] withPool(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--cognito-endpoint", pool.endpoint().toString()));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    /** Runs SQL as the administrator of the database, in another database where this one may be gone. */
    List<String> sql(String database, String text) throws SQLException {
        try (Connection connection = TestEngines.connect(postgres, database); Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(text)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        }
    }

    /** Creates the application's tables and a few users. */
    void setUpDatabase() throws IOException, InterruptedException {
        run("db", "load-schema").orThrow();
        run("db", "seed").orThrow();
    }

    /** The command that seeds a conversation of so many messages. */
    String[] seedCommand(int messages) throws IOException {
        Path file = folder.resolve("lines.txt");
        Files.write(file, IntStream.range(0, messages).mapToObj(i -> "Person " + (i % 2 + 1) + ": line " + i).toList());
        return new String[] {"seed", "conversation", "--from", "ada", "--to", "bruno", "--file", file.toString()};
    }

    /** Undoes the newest change of the journal. */
    void undoLast() throws IOException, InterruptedException {
        String entries = run("--json", "journal", "list", "--limit", "1").orThrow().output();
        run("journal", "undo", entries.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1")).orThrow();
    }

    String database() {
        return postgres.database();
    }

    boolean databaseExists() throws SQLException {
        return !sql("postgres", "SELECT datname FROM pg_database WHERE datname = '" + database() + "'").isEmpty();
    }

    /** Adds users named user0, user1 and so on, to the application's schema. */
    void insertUsers(int count) throws SQLException {
        sql(database(), "INSERT INTO users (display_name, handle, email) SELECT 'User ' || n, 'user' || n, n || '@example.org' "
                + "FROM generate_series(0, " + (count - 1) + ") AS n");
    }

    /** A digest of the application's rows. */
    String databaseDigest() throws SQLException {
        return digest(sql(database(), "SELECT u::text FROM users u UNION ALL SELECT a::text FROM activities a"));
    }

    /** A digest of all items of a table; empty if the table does not exist. */
    String tableDigest(String name) {
        try {
            return digest(TestEngines.dynamoDbClient().scanPaginator(b -> b.tableName(name).consistentRead(true)).items().stream()
                    .map(item -> new TreeMap<>(item).toString())
                    .toList());
        } catch (ResourceNotFoundException e) {
            return "";
        }
    }

    long items(String name) {
        return TestEngines.dynamoDbClient().scanPaginator(b -> b.tableName(name).consistentRead(true)).items().stream().count();
    }

    void fill(int items) {
        for (int from = 0; from < items; from += 25) {
            List<WriteRequest> puts = IntStream.range(from, Math.min(items, from + 25))
                    .mapToObj(i -> Map.of(
                            "pk", AttributeValue.fromS("MSG#" + i / 100), "sk", AttributeValue.fromS("%08d".formatted(i)),
                            "message", AttributeValue.fromS("text " + i + " " + "x".repeat(200))))
                    .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
                    .toList();
            TestEngines.dynamoDbClient().batchWriteItem(b -> b.requestItems(Map.of(table, puts)));
        }
    }

    /** The newest file of the home's backups that bears its final name. */
    Path newestBackup() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/backups"))) {
            return files.filter(file -> file.toString().matches(".*\\.(switchboard|sql\\.gz)"))
                    .max((a, b) -> a.getFileName().compareTo(b.getFileName()))
                    .orElseThrow(() -> new AssertionError("there is no backup"));
        }
    }

    private static String digest(List<String> lines) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            lines.stream().sorted().forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return lines.size() + ":" + HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
