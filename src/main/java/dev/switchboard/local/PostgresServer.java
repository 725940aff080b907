package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local PostgreSQL of one home: TCP on the loopback address only, password authentication for all users, durable commits. */
final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Messages TEXT = Messages.of(PostgresServer.class);
    private static final String USER = "postgres";
    private static final String DATABASE = "cruddur";
    private static final String LOOPBACK = "127.0.0.1";
    /** Crash recovery can take this long. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final int TRIES = 5;
    /**
     * A statement can contain a password, as in CREATE ROLE, and the log is kept. So the log has neither statements nor error messages of
     * sessions, which the clients receive; it has what happens to the server.
     */
    private static final List<String> NO_STATEMENTS_IN_LOG = List.of(
            "-c", "log_statement=none", "-c", "log_min_duration_statement=-1", "-c", "log_min_error_statement=panic",
            "-c", "log_min_messages=log", "-c", "log_error_verbosity=terse");

    private final LocalFolder folder;
    private final LocalOptions options;
    private final EngineProcessManager processes;
    private final Path data;
    private final Progress stop;
    private final Host host = Host.current();
    private final PrivilegeDropper root = new PrivilegeDropper(host);

    /** @param stop asked whether to continue a start */
    PostgresServer(LocalFolder folder, LocalOptions options, EngineProcessManager processes, Progress stop) {
        this.folder = folder;
        this.options = options;
        this.processes = processes;
        this.stop = stop;
        data = folder.postgres().resolve("data");
    }

    /** Returns the running engine; starts nothing. */
    Optional<PostgresEngine> running(Optional<EngineProcess> own) throws IOException {
        boolean ready = own.isPresent()
                && PostmasterFile.read(data).filter(file -> file.ready() && file.pid() == own.get().pid()).isPresent();
        return ready ? Optional.of(engine(own.get().title(), own.get().port())) : Optional.empty();
    }

    /** Returns the running engine or starts it. Requires the start lock and a lease. */
    PostgresEngine ensure() throws IOException {
        Optional<PostgresEngine> running = running(processes.find(Engine.POSTGRES));
        if (running.isPresent()) {
            return running.get();
        }
        PrivateFiles.createDirectories(folder.postgres());
        PostgresBinaries archive = new PostgresBinaries(folder.postgres(), host, stop);
        Path binaries = archive.unpacked();
        String title = "PostgreSQL " + archive.version(binaries);
        Optional<PostgresEngine> adopted = running(orphan(title));
        if (adopted.isPresent()) {
            return adopted.get();
        }
        processes.stop(Engine.POSTGRES); // it is running but does not respond
        List<String> prefix = root.prefix();
        if (Files.notExists(data)) {
            initialize(binaries, prefix, title);
        }
        return start(binaries, prefix, title);
    }

    /** Finds an engine of this home without a run file, whose console was killed together with its guardian. */
    private Optional<EngineProcess> orphan(String title) throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.read(data);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        EngineProcess found = new EngineProcess(file.get().pid(), Engine.POSTGRES.signal(), file.get().port(), title, LOOPBACK);
        if (!found.runsIn(folder.root())) {
            // The file is stale. PostgreSQL would not delete it if the process ID now belongs to another process.
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
        for (int tries = 0; tries < TRIES; tries++) { // another program may take the port first, and the children of a killed server need time to exit
            port = PortFinder.freeFrom(port);
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(program(binaries, "postgres"), "-D", data.toString(), "-p", Integer.toString(port),
                    "-c", "listen_addresses=" + LOOPBACK, "-c", "unix_socket_directories="));
            command.addAll(NO_STATEMENTS_IN_LOG);
            if (new EngineLauncher(folder, host, stop).start(Engine.POSTGRES, new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port),
                    title, command,
                    () -> PostmasterFile.read(data).filter(PostmasterFile::ready).isPresent(), START_TIMEOUT)) {
                LOG.info("{} is listening on {}:{}", title, LOOPBACK, port);
                return engine(title, port);
            }
        }
        throw LocalFailures.start(title, folder.logFile(Engine.POSTGRES));
    }

    /** Initializes the data in a temporary folder and then renames it, so that an interrupted initialization is never used. */
    private void initialize(Path binaries, List<String> prefix, String title) throws IOException {
        Path fresh = folder.postgres().resolve("data.new");
        DirectoryDeleter.delete(fresh);
        PrivateFiles.createDirectories(fresh);
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
        PrivateFiles.rename(fresh, data);
    }

    private String program(Path binaries, String name) {
        return binaries.resolve("bin").resolve(host.program(name)).toString();
    }

    private PostgresEngine engine(String title, int port) throws IOException {
        return new PostgresEngine(title, LOOPBACK, port, USER, Files.readString(folder.postgresPassword()).strip(), DATABASE);
    }
}
