package dev.switchboard.postgres.dump;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.local.InstalledPostgres;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.dump.program.ClientProgramFinder;
import dev.switchboard.postgres.dump.program.TestClientPrograms;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server for which this computer has pg_dump: the embedded engine where one of its version is installed or named by the variable
 * SWITCHBOARD_POSTGRES_PROGRAMS, else the server that is installed beside an older pg_dump. A test that needs one is skipped without.
 */
final class ServerWithPrograms {
    static final ClientProgramFinder PROGRAMS = TestClientPrograms.installed();
    private static final int EMBEDDED = 18;
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable Optional<PostgresEngine> server;

    private ServerWithPrograms() {}

    static boolean isEmbedded() {
        return PROGRAMS.find(EMBEDDED).programs() != null;
    }

    /** Returns an empty database of its own each time. */
    static PostgresEngine freshDatabase() throws SQLException {
        if (isEmbedded()) {
            return TestEngines.freshDatabase();
        }
        Optional<PostgresEngine> installed = installed();
        assumeTrue(installed.isPresent(), "no pg_dump that fits a server of this computer");
        PostgresEngine one = installed.get();
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = TestEngines.connect(one, "postgres"); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new PostgresEngine(one.engine(), one.host(), one.port(), one.user(), one.password(), name);
    }

    private static synchronized Optional<PostgresEngine> installed() {
        if (server == null) {
            Path folder = PROGRAMS.find(0).programs() == null ? null : Objects.requireNonNull(PROGRAMS.find(0).programs()).folder();
            server = folder != null && Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("postgres"))
                    ? Optional.of(InstalledPostgres.start(folder))
                    : Optional.empty();
        }
        return Objects.requireNonNull(server);
    }
}
