package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of one home: TCP on the loopback address only, passwords asked of everybody, every commit on the disk. */
final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Messages TEXT = Messages.of(PostgresServer.class);
    private static final String USER = "postgres";
    private static final String DATABASE = "cruddur";
    private static final String LOOPBACK = "127.0.0.1";
    /** A recovery after a crash takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TRIES = 5;

    private final LocalFolder folder;
    private final LocalOptions options;
    private final EngineProcessManager runs;
    private final Path data;
    private final Progress stop;
    private final Host host = Host.current();
    private final PrivilegeDropper root = new PrivilegeDropper(host);

    /** @param stop asked whether to go on starting */
    PostgresServer(LocalFolder folder, LocalOptions options, EngineProcessManager runs, Progress stop) {
        this.folder = folder;
        this.options = options;
        this.runs = runs;
        this.stop = stop;
        data = folder.postgres().resolve("data");
    }

    /** The one that runs; starts nothing. */
    Optional<PostgresEngine> running(Optional<EngineProcess> ours) throws IOException {
        boolean ready = ours.isPresent()
                && PostmasterFile.read(data).filter(file -> file.ready() && file.pid() == ours.get().pid()).isPresent();
        return ready ? Optional.of(engine(ours.get().title(), ours.get().port())) : Optional.empty();
    }

    /** The one that runs, or a new one. Needs the start lock and a lease. */
    PostgresEngine ensure() throws IOException {
        Optional<PostgresEngine> running = running(runs.find(Engine.POSTGRES));
        if (running.isPresent()) {
            return running.get();
        }
        Files.createDirectories(folder.postgres());
        PostgresBinaries archive = new PostgresBinaries(folder.postgres(), host);
        Path binaries = archive.unpacked();
        String title = "PostgreSQL " + archive.version(binaries);
        Optional<PostgresEngine> adopted = running(leftOver(title));
        if (adopted.isPresent()) {
            return adopted.get();
        }
        runs.stop(Engine.POSTGRES); // it lives and does not answer
        List<String> prefix = root.prefix();
        if (Files.notExists(data)) {
            initialize(binaries, prefix, title);
        }
        return start(binaries, prefix, title);
    }

    /** One of this home without a run file, whose console was killed together with its guardian. */
    private Optional<EngineProcess> leftOver(String title) throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.read(data);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        EngineProcess found = new EngineProcess(file.get().pid(), Engine.POSTGRES.signal(), file.get().port(), title);
        if (!found.runsIn(folder.root())) {
            // Stale. PostgreSQL clears it away itself, but not where the number is another process's by now.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return Optional.empty();
        }
        found.write(folder.runFile(Engine.POSTGRES));
        return Optional.of(found);
    }

    private PostgresEngine start(Path binaries, List<String> prefix, String title) throws IOException {
        String major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!title.startsWith("PostgreSQL " + major + ".")) {
            throw new OperationFailedException(TEXT.get("postgres.version", data, major, title), TEXT.get("postgres.version.remedy"));
        }
        root.own(prefix, data);
        int port = options.postgresPort();
        for (int tries = 0; tries < TRIES; tries++) { // the port may be taken in between, a dead server's children take a moment to go
            port = PortFinder.freeFrom(port);
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(program(binaries, "postgres"), "-D", data.toString(), "-p", Integer.toString(port),
                    "-c", "listen_addresses=" + LOOPBACK, "-c", "unix_socket_directories="));
            if (new EngineLauncher(folder, host, stop).start(Engine.POSTGRES, port, title, command,
                    () -> PostmasterFile.read(data).filter(PostmasterFile::ready).isPresent(), PATIENCE)) {
                LOG.info("{} answers at {}:{}", title, LOOPBACK, port);
                return engine(title, port);
            }
        }
        throw LocalFailures.start(title, folder.logFile(Engine.POSTGRES));
    }

    /** Makes the data folder beside its place and moves it there, so that one that was interrupted is never taken for whole. */
    private void initialize(Path binaries, List<String> prefix, String title) throws IOException {
        Path fresh = folder.postgres().resolve("data-in-the-making");
        DirectoryDeleter.delete(fresh);
        Files.createDirectories(fresh);
        root.own(prefix, fresh);
        SecretFileWriter.ensure(folder.postgresPassword());
        Path log = folder.postgres().resolve("initdb.log");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program(binaries, "initdb"), "-D", fresh.toString(), "-U", USER, "--auth=scram-sha-256",
                "--pwfile=" + folder.postgresPassword(), "-E", "UTF8", "--locale=C", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", "--no-instructions"));
        if (!CommandRunner.logged(command, log, stop)) {
            throw LocalFailures.start(title, log);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String program(Path binaries, String name) {
        return binaries.resolve("bin").resolve(host.program(name)).toString();
    }

    private PostgresEngine engine(String title, int port) throws IOException {
        return new PostgresEngine(title, LOOPBACK, port, USER, Files.readString(folder.postgresPassword()).strip(), DATABASE);
    }
}
