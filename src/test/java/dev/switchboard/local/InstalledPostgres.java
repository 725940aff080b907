package dev.switchboard.local;

import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server of a PostgreSQL that is installed on this computer together with pg_dump, for this test JVM. */
public final class InstalledPostgres {
    private static final String PASSWORD = "it's a «secret» 100%";
    private static final Poller START = new Poller(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(60));

    private InstalledPostgres() {}

    /**
     * Starts it, until this JVM ends.
     *
     * @param programs the folder that contains initdb and postgres
     */
    public static PostgresEngine start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("switchboard-installed-postgres");
            Path data = Files.createDirectory(folder.resolve("data"));
            Path password = Files.writeString(folder.resolve("password"), PASSWORD);
            PrivilegeDropper root = new PrivilegeDropper(Host.current());
            List<String> prefix = root.prefix();
            root.own(prefix, folder);
            List<String> initdb = new ArrayList<>(prefix);
            initdb.addAll(List.of(programs.resolve("initdb").toString(), "-D", data.toString(), "-U", "postgres", "--auth=scram-sha-256",
                    "--pwfile=" + password, "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"));
            if (!CommandRunner.succeeds(initdb)) {
                throw new IllegalStateException("initdb failed: " + initdb);
            }
            int port = PortFinder.freeFrom(LocalEnginesFixture.options(18000, 17433).postgresPort());
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port),
                    "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"));
            File log = folder.resolve("log").toFile();
            Process server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.destroy();
                server.onExit().join();
                deleteQuietly(folder);
            }));
            START.poll(() -> PostmasterFile.read(data).filter(PostmasterFile::ready).map(Optional::of).orElse(Optional.empty()),
                    Progress.NONE,
                    () -> LocalFailures.start("PostgreSQL", log.toPath()));
            return new PostgresEngine("PostgreSQL", "127.0.0.1", port, "postgres", PASSWORD, "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            DirectoryDeleter.delete(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + e);
        }
    }
}
