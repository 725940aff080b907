package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local DynamoDB of one home. */
final class DynamoDbServer {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoDbServer.class);
    private static final Messages TEXT = Messages.of(DynamoDbServer.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    private final LocalFolder folder;
    private final LocalOptions options;
    private final EngineProcessManager processes;
    private final DynamoDbPrograms programs;
    private final Progress stop;

    /** @param stop asked whether to continue a start */
    DynamoDbServer(LocalFolder folder, LocalOptions options, EngineProcessManager processes, DynamoDbPrograms programs, Progress stop) {
        this.folder = folder;
        this.options = options;
        this.processes = processes;
        this.programs = programs;
        this.stop = stop;
    }

    /** Returns the running engine, preferring this home's own; starts nothing. The endpoint of the own engine is behind the guard. */
    Optional<DynamoDbEngine> running(Optional<EngineProcess> own) {
        if (own.isPresent()) {
            URI endpoint = endpoint(own.get().host(), own.get().port());
            if (DynamoDbProbe.answers(endpoint)) {
                return Optional.of(new DynamoDbEngine(own.get().title(), endpoint));
            }
        }
        if (options.foundPort() == 0) {
            return Optional.empty();
        }
        URI found = endpoint("localhost", options.foundPort());
        return DynamoDbProbe.answers(found) && !belongsToAnotherHome(options.foundPort())
                ? Optional.of(new DynamoDbEngine(DynamoDbEngine.FOUND, found))
                : Optional.empty();
    }

    /** Returns the running engine or starts it. Requires the start lock and a lease. */
    DynamoDbEngine ensure() throws IOException {
        Optional<EngineProcess> own = processes.find(Engine.DYNAMODB);
        Optional<DynamoDbEngine> running = running(own);
        if (running.isPresent()) {
            return running.get();
        }
        processes.stop(Engine.DYNAMODB); // it is running but does not respond
        return start();
    }

    private DynamoDbEngine start() throws IOException {
        List<DynamoDbProgram> available = programs.all();
        if (available.isEmpty()) {
            throw new OperationFailedException(TEXT.get("dynamodb.none"), TEXT.get("dynamodb.none.remedy"));
        }
        DynamoDbProgram program = available.getFirst();
        if (program instanceof DynamoDbProgram.DynamoDbLocal) {
            LOG.info(TEXT.get("dynamodb-local.licence"));
        }
        if (!program.listensOnAddressOnly()) {
            LOG.warn(TEXT.get("dynamodb.all-interfaces", program.title()));
        }
        Path data = folder.dynamoDb().resolve(program.folder());
        PrivateFiles.createDirectories(data);
        EngineLauncher launcher = new EngineLauncher(folder, Host.current(), stop);
        for (int tries = 0; tries < TRIES; tries++) { // another program may take the port first
            InetSocketAddress address = EngineAddress.random(Host.current());
            URI endpoint = endpoint(address.getAddress().getHostAddress(), address.getPort());
            if (launcher.start(Engine.DYNAMODB, address, program.title(), program.command(address, data),
                    () -> DynamoDbProbe.answers(endpoint), START_TIMEOUT)) {
                return new DynamoDbEngine(program.title(), endpoint);
            }
            if (PortFinder.free(address)) {
                break;
            }
        }
        throw LocalFailures.start(program.title(), folder.logFile(Engine.DYNAMODB));
    }

    private static URI endpoint(String host, int port) {
        return URI.create("http://" + host + ":" + port);
    }

    /** Whether the engine on a port belongs to another home; it would stop with that home's last console. */
    private static boolean belongsToAnotherHome(int port) {
        String number = Integer.toString(port);
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> (line.contains("-p " + number + " --db-path") && line.contains("dynoxide.db"))
                        || (line.contains("-Dswitchboard.data=") && line.contains("-Dswitchboard.port=" + number)));
    }
}
