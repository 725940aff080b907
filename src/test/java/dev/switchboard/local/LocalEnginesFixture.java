package dev.switchboard.local;

import dev.switchboard.settings.Home;
import dev.switchboard.testing.TestFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Engines of a home with a DynamoDB of one's choice. */
public final class LocalEnginesFixture {
    private LocalEnginesFixture() {}

    /** Only programs whose title begins like this are found. */
    public static LocalEngines of(Home home, LocalOptions options, String title) {
        Predicate<DynamoDbProgram> chosen = program -> program.title().startsWith(title);
        return new LocalEngines(home, options, new DynamoDbPrograms(Host.current()) {
            @Override
            List<DynamoDbProgram> all() throws IOException {
                return super.all().stream().filter(chosen).toList();
            }
        });
    }

    /** Likewise, with something that happens each time before the programs are looked for, in the middle of a start. */
    static LocalEngines before(Home home, LocalOptions options, Interruptible action) {
        return new LocalEngines(home, options, new DynamoDbPrograms(Host.current()) {
            @Override
            List<DynamoDbProgram> all() throws IOException {
                try {
                    action.run();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return super.all();
            }
        });
    }

    /** What may wait. */
    interface Interruptible {
        void run() throws InterruptedException;
    }

    /** Ports of this test JVM's own, so that two of them never look for a free one in the same range. */
    public static LocalOptions options(int dynamoDbPort, int postgresPort) {
        int offset = 100 * Integer.getInteger("switchboard.test.fork", 1);
        return new LocalOptions(0, dynamoDbPort + offset, postgresPort + offset);
    }

    /** Puts PostgreSQL's programs, unpacked once for all tests, into a home, as far as its first start would have come. */
    public static void prepare(Home home) throws IOException {
        try (StartLock _ = StartLock.take(shared().resolve("lock"))) {
            link(home);
        }
    }

    /** Likewise with a database cluster, a copy of one that the program initialized once for all tests. */
    public static void prepareWithCluster(Home home) throws IOException {
        try (StartLock _ = StartLock.take(shared().resolve("lock"))) {
            link(home);
            LocalFolder from = cluster();
            LocalFolder to = LocalFolder.of(home);
            TestFolders.copy(from.postgres().resolve("data"), to.postgres().resolve("data"));
            Files.copy(from.postgresPassword(), to.postgresPassword(), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static Path shared() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("switchboard.build"), "test-postgres"));
    }

    private static void link(Home home) throws IOException {
        Path unpacked = new PostgresBinaries(shared(), Host.current()).unpacked();
        Path here = Files.createDirectories(LocalFolder.of(home).postgres());
        Files.createSymbolicLink(here.resolve(unpacked.getFileName()), unpacked);
    }

    /** The cluster to copy from. It is initialized again where the code that does so has changed. */
    private static LocalFolder cluster() throws IOException {
        CRC32 code = new CRC32();
        for (Class<?> type : List.of(PostgresServer.class, LocalEnginesFixture.class)) {
            try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
                code.update(in.readAllBytes());
            }
        }
        Path place = shared().resolve("cluster-%08x".formatted(code.getValue()));
        if (Files.notExists(place)) {
            try (Stream<Path> earlier = Files.list(shared())) {
                for (Path old : earlier.filter(path -> path.getFileName().toString().startsWith("cluster-")).toList()) {
                    TestFolders.delete(old);
                }
            }
            Path fresh = Files.createDirectories(shared().resolve("cluster-unfinished"));
            link(new Home(fresh));
            try (LocalEngines engines = new LocalEngines(new Home(fresh), options(28000, 25433))) {
                hasten(engines.postgres());
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        }
        return LocalFolder.of(new Home(place));
    }

    /**
     * Spares the tests what they do not test: thousands of logins that each compute a hash 4096 times on both sides, waiting for the disk,
     * and a checkpoint at any time. LocalEnginesTest uses a cluster as the program initializes it.
     */
    private static void hasten(PostgresEngine engine) throws IOException {
        String url = "jdbc:postgresql://" + engine.host() + ":" + engine.port() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, engine.user(), engine.password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET scram_iterations = 1");
            statement.execute("ALTER SYSTEM SET fsync = off");
            statement.execute("ALTER SYSTEM SET checkpoint_timeout = '1d'");
            statement.execute("SET scram_iterations = 1");
            statement.execute("ALTER ROLE " + engine.user() + " PASSWORD '" + engine.password() + "'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** The names of the DynamoDB programs that are here, without their versions. */
    public static List<String> titles() {
        try {
            return new DynamoDbPrograms(Host.current()).all().stream().map(p -> p.title().replaceAll(" [0-9.]+$", "")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
