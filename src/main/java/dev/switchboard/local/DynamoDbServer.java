package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The DynamoDB of one home. */
final class DynamoDbServer {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoDbServer.class);
    private static final Messages TEXT = Messages.of(DynamoDbServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    private final LocalFolder folder;
    private final LocalOptions options;
    private final EngineProcessManager runs;
    private final DynamoDbPrograms programs;
    private final Progress stop;

    /** @param stop asked whether to go on starting */
    DynamoDbServer(LocalFolder folder, LocalOptions options, EngineProcessManager runs, DynamoDbPrograms programs, Progress stop) {
        this.folder = folder;
        this.options = options;
        this.runs = runs;
        this.programs = programs;
        this.stop = stop;
    }

    /** The one that runs, ours before anybody else's; starts nothing. */
    Optional<DynamoDbEngine> running(Optional<EngineProcess> ours) {
        if (ours.isPresent()) {
            URI endpoint = endpoint(ours.get().port());
            if (DynamoDbProbe.answers(endpoint)) {
                return Optional.of(new DynamoDbEngine(ours.get().title(), endpoint));
            }
        }
        URI found = URI.create("http://localhost:" + options.dynamoDbPort());
        return options.useFound() && DynamoDbProbe.answers(found) && !anotherHomes(options.dynamoDbPort())
                ? Optional.of(new DynamoDbEngine(DynamoDbEngine.FOUND, found))
                : Optional.empty();
    }

    /** The one that runs, or a new one. Needs the start lock and a lease. */
    DynamoDbEngine ensure() throws IOException {
        Optional<EngineProcess> ours = runs.find(Engine.DYNAMODB);
        Optional<DynamoDbEngine> running = running(ours);
        if (running.isPresent()) {
            return running.get();
        }
        runs.stop(Engine.DYNAMODB); // it lives and does not answer
        return start();
    }

    private DynamoDbEngine start() throws IOException {
        List<DynamoDbProgram> here = programs.all();
        if (here.isEmpty()) {
            throw new OperationFailedException(TEXT.get("dynamodb.none"), TEXT.get("dynamodb.none.remedy"));
        }
        DynamoDbProgram program = here.getFirst();
        if (program instanceof DynamoDbProgram.DynamoDbLocal) {
            LOG.info(TEXT.get("dynamodb-local.licence"));
        }
        Path data = folder.dynamoDb().resolve(program.folder());
        Files.createDirectories(data);
        EngineLauncher launcher = new EngineLauncher(folder, Host.current(), stop);
        int port = options.dynamoDbPort();
        for (int tries = 0; tries < TRIES; tries++) { // another program may take the port between our look and the engine's
            port = PortFinder.freeFrom(port);
            URI endpoint = endpoint(port);
            if (launcher.start(Engine.DYNAMODB, port, program.title(), program.command(port, data),
                    () -> DynamoDbProbe.answers(endpoint), PATIENCE)) {
                LOG.info("{} answers at {}", program.title(), endpoint);
                return new DynamoDbEngine(program.title(), endpoint);
            }
            if (PortFinder.free(port)) {
                break;
            }
        }
        throw LocalFailures.start(program.title(), folder.logFile(Engine.DYNAMODB));
    }

    private static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Whether the engine on a port belongs to another home: it would vanish with that home's last console. */
    private static boolean anotherHomes(int port) {
        String number = Integer.toString(port);
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> (line.contains("-p " + number + " --db-path") && line.contains("dynoxide.db"))
                        || (line.contains("-Dswitchboard.data=") && line.contains("-Dswitchboard.port=" + number)));
    }
}
