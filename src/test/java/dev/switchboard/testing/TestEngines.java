package dev.switchboard.testing;

import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalEnginesFixture;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.local.userpool.LocalPoolUser;
import dev.switchboard.local.userpool.PoolFile;
import dev.switchboard.local.userpool.UserPoolServer;
import dev.switchboard.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The engines of this test JVM, started when they are first asked for, stopped when it ends, by its guardian even after a kill. */
public final class TestEngines {
    private static final Map<String, LocalEngines> ENGINES = new ConcurrentHashMap<>();
    private static final Map<URI, DynamoDbClient> CLIENTS = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestEngines() {}

    /** The DynamoDB that dev would start here. */
    public static URI dynamoDb() {
        return everyDynamoDb().getFirst().endpoint();
    }

    /** A client of {@link #dynamoDb()}. */
    public static DynamoDbClient dynamoDbClient() {
        return dynamoDbClient(dynamoDb());
    }

    /** A client of one engine. */
    public static DynamoDbClient dynamoDbClient(URI endpoint) {
        return CLIENTS.computeIfAbsent(endpoint, e -> DynamoDbClient.builder()
                .endpointOverride(e)
                .region(Region.of("us-east-1"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(Apache5HttpClient.create())
                .build());
    }

    /** Every DynamoDB that is here: dynoxide where npm or the PATH has it, and DynamoDB Local. */
    public static List<NamedEngine> everyDynamoDb() {
        return LocalEnginesFixture.titles().stream()
                .map(title -> new NamedEngine(title, engines(title).dynamoDb().endpoint()))
                .toList();
    }

    /** An empty database of its own each time. */
    public static PostgresEngine freshDatabase() {
        PostgresEngine server = engines("").postgres();
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = connect(server, "postgres"); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " STRATEGY file_copy");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new PostgresEngine(server.engine(), server.host(), server.port(), server.user(), server.password(), name);
    }

    /** A user pool with these logins, served until the test JVM ends. */
    public static UserPoolEngine pool(List<LocalPoolUser> logins) {
        UserPoolServer server = new UserPoolServer(new PoolFile("local_test1", "test", logins), limit -> limit);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new UserPoolEngine(server.endpoint(), server.poolId());
    }

    /** A plain connection to one database of a server. */
    public static Connection connect(PostgresEngine server, String database) throws SQLException {
        String url = "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database;
        return DriverManager.getConnection(url, server.user(), server.password());
    }

    /** One home for each kind of DynamoDB, below the build's folder. */
    private static LocalEngines engines(String dynamoDb) {
        return ENGINES.computeIfAbsent(dynamoDb, title -> {
            try {
                Path homes = Files.createDirectories(Path.of(System.getProperty("switchboard.build"), "test-homes"));
                deleteThoseOfEndedRuns(homes);
                Path home = Files.createTempDirectory(homes, ProcessHandle.current().pid() + "-");
                LocalEnginesFixture.prepareWithCluster(new Home(home));
                LocalEngines engines = LocalEnginesFixture.of(new Home(home), LocalEnginesFixture.options(18000, 15433), title);
                Runtime.getRuntime().addShutdownHook(new Thread(engines::close));
                return engines;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Not at the end of its own run, where unlinking tens of thousands of files would hold the exit up. */
    private static void deleteThoseOfEndedRuns(Path homes) {
        Thread.ofPlatform().daemon().name("test-homes").start(() -> {
            try (Stream<Path> found = Files.list(homes)) {
                found.filter(TestEngines::isOfEndedRun).forEach(TestEngines::deleteIfNotInUse);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Another test JVM may delete the same home, or its engines may still be ending; the next run deletes what is left. */
    private static void deleteIfNotInUse(Path home) {
        try {
            TestFolders.delete(home);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left for the next run: " + e);
        }
    }

    private static boolean isOfEndedRun(Path home) {
        String name = home.getFileName().toString();
        return name.matches("\\d+-\\d+") && ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-')))).isEmpty();
    }
}
