package dev.switchboard.local;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.userpool.UserPoolServer;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of one home, started when they are first asked for and shared by all consoles of that home. Asked again it looks
 * again, so an engine that somebody stopped comes back. Blocks for up to a few seconds; safe on any thread. Closing wins over starting:
 * what is being started at that moment is stopped, and nothing is started afterwards.
 */
public final class LocalEngines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalEngines.class);
    private static final Messages TEXT = Messages.of(LocalEngines.class);
    /** A start in progress ends within a fraction of a second, except while it unpacks PostgreSQL, which takes a few seconds. */
    private static final Duration START_END_TIMEOUT = Duration.ofSeconds(10);
    private final Home home;
    private final LocalFolder folder;
    private final LocalOptions options;
    private final EngineProcessManager runs;
    private final DynamoDbPrograms programs;
    private @Nullable Lease lease;
    private @Nullable UserPoolServer pool;
    private @Nullable DynamoDbGuard guard;
    private int starts;
    private volatile boolean closed;
    private final Progress untilClosed = new Progress() {
        @Override
        public void step(String text) {}

        @Override
        public void advance(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return closed || Thread.currentThread().isInterrupted();
        }
    };

    /** The engines of a home at dev's usual ports. */
    public LocalEngines(Home home) {
        this(home, LocalOptions.usual());
    }

    /** The engines of a home at ports of one's choice. */
    public LocalEngines(Home home, LocalOptions options) {
        this(home, options, new DynamoDbPrograms(Host.current()));
    }

    LocalEngines(Home home, LocalOptions options, DynamoDbPrograms programs) {
        this.home = home;
        this.options = options;
        this.programs = programs;
        folder = LocalFolder.of(home);
        runs = new EngineProcessManager(folder, untilClosed);
    }

    /**
     * A DynamoDB: the one that runs, or a new one.
     *
     * @throws OperationFailedException where there is none and none can be started
     */
    public DynamoDbEngine dynamoDb() {
        return starting(Engine.DYNAMODB, lease -> guarded(dynamoDbServer().ensure(), lease));
    }

    /**
     * A PostgreSQL: the one that runs, or a new one.
     *
     * @throws OperationFailedException where none can be started
     */
    public PostgresEngine postgres() {
        return starting(Engine.POSTGRES, lease -> postgresServer().ensure());
    }

    /**
     * The user pool, served by this console: each console serves its own, from the home's one file.
     *
     * @throws OperationFailedException where its file cannot be used or no port is free
     * @throws dev.switchboard.failure.InvalidInputException where its file is no user pool
     */
    public UserPoolEngine userPool() {
        return locked(folder.userPoolLock(), lease -> {
            synchronized (this) {
                refuseIfClosed();
                UserPoolServer server = pool;
                if (server == null) {
                    server = new UserPoolServer(folder.userPool());
                    pool = server;
                    lease.userPool(served(server));
                }
                return served(server);
            }
        });
    }

    /** The own engine as this console's guard serves it; the one of another program as it is. */
    private synchronized DynamoDbEngine guarded(DynamoDbEngine engine, Lease lease) throws IOException {
        refuseIfClosed();
        if (engine.engine().equals(DynamoDbEngine.FOUND)) {
            return engine;
        }
        DynamoDbGuard existing = guard;
        if (existing == null) {
            existing = new DynamoDbGuard(folder, options, endpoint -> publish(lease, endpoint));
            guard = existing;
            LOG.info("{} is served on {}", engine.engine(), existing.endpoint());
        }
        return new DynamoDbEngine(engine.engine(), existing.endpoint());
    }

    private static void publish(Lease lease, URI endpoint) {
        try {
            lease.dynamoDb(endpoint);
        } catch (IOException e) {
            LOG.warn("the endpoint {} is not announced to other consoles", endpoint, e);
        }
    }

    private static UserPoolEngine served(UserPoolServer server) {
        return new UserPoolEngine(server.endpoint(), server.poolId());
    }

    private DynamoDbServer dynamoDbServer() {
        return new DynamoDbServer(folder, options, runs, programs, untilClosed);
    }

    private PostgresServer postgresServer() {
        return new PostgresServer(folder, options, runs, untilClosed);
    }

    private <T> T starting(Engine engine, LockedAction<T> start) {
        return locked(folder.lockFile(engine), lease -> {
            try {
                T started = start.start(lease);
                refuseIfClosed();
                return started;
            } finally {
                if (closed) {
                    // close() stops it after its wait for this start; if that wait has timed out, its lease is gone and the engine is stopped here.
                    runs.stopUnlessClaimed(engine);
                }
            }
        });
    }

    private <T> T locked(Path lockFile, LockedAction<T> work) {
        // Before the folder is created, which may be deleted once the console has closed.
        refuseIfClosed();
        home.ensure(folder.root());
        try {
            Lease claim = claim();
            try (StartLock _ = StartLock.take(lockFile, untilClosed)) {
                return work.start(claim);
            } catch (OperationCancelledException e) {
                refuseIfClosed();
                throw e;
            } finally {
                ended();
            }
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new OperationFailedException(TEXT.get("engines.closed"), TEXT.get("engines.closed.remedy"));
        }
    }

    private synchronized void ended() {
        starts--;
        notifyAll();
    }

    private void awaitStarts() {
        long end = System.nanoTime() + START_END_TIMEOUT.toNanos();
        try {
            for (long left = START_END_TIMEOUT.toMillis(); starts > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // each start in progress stops its own engine
        }
    }

    /** Work that may meet trouble with files. */
    @FunctionalInterface
    private interface LockedAction<T> {
        T start(Lease lease) throws IOException;
    }

    private synchronized Lease claim() throws IOException {
        refuseIfClosed();
        Lease claim = lease;
        if (claim == null || !claim.guarded()) {
            if (claim != null) {
                claim.forget();
            }
            claim = Lease.take(folder, LaunchCommands.guardian(Host.current()));
            lease = claim;
            if (pool != null) {
                claim.userPool(served(pool));
            }
            if (guard != null) {
                claim.dynamoDb(guard.endpoint());
            }
        }
        starts++;
        return claim;
    }

    private synchronized void stopServing() {
        if (guard != null) {
            guard.close();
            guard = null;
        }
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    /** What runs; starts nothing. */
    public LocalStatus status() {
        try {
            Optional<DynamoDbEngine> found = dynamoDbServer().running(runs.peek(Engine.DYNAMODB));
            return new LocalStatus(
                    found.isPresent() ? asServed(found.get()).orElse(null) : null,
                    postgresServer().running(runs.peek(Engine.POSTGRES)).orElse(null),
                    Lease.userPool(folder).orElse(null));
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
    }

    /** A running engine with the endpoint of a guard, of this console if it has one. */
    private Optional<DynamoDbEngine> asServed(DynamoDbEngine engine) throws IOException {
        if (engine.engine().equals(DynamoDbEngine.FOUND)) {
            return Optional.of(engine);
        }
        Optional<URI> own = ownGuard().map(DynamoDbGuard::endpoint);
        Optional<URI> served = own.isPresent() ? own : Lease.dynamoDb(folder, HomePort.known(folder.dynamoDbPort()));
        return served.map(endpoint -> new DynamoDbEngine(engine.engine(), endpoint));
    }

    private synchronized Optional<DynamoDbGuard> ownGuard() {
        return Optional.ofNullable(guard);
    }

    /**
     * Starts every engine and the user pool, or finds those that run. Each answers when this returns.
     *
     * @throws OperationFailedException where one cannot be started
     */
    public LocalStatus start() {
        return new LocalStatus(dynamoDb(), postgres(), userPool());
    }

    /**
     * Waits until one of the engine processes that were started has ended. Returns at once if one has ended before.
     *
     * @param started the result of {@link #start}
     * @throws OperationCancelledException on request
     */
    public EngineEnd awaitEnd(LocalStatus started, Progress progress) {
        try {
            return new EngineMonitor(folder, runs).awaitEnd(started.processes(), progress);
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
    }

    /** The process IDs of the other consoles of this home that use its engines. */
    public List<Long> otherConsoles() {
        try {
            return Lease.active(folder).stream().map(Lease::process).filter(pid -> pid != ProcessHandle.current().pid()).distinct()
                    .toList();
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
    }

    /** The file with the generated password of the local PostgreSQL, which only its owner can read. */
    public Path postgresPasswordFile() {
        return folder.postgresPassword();
    }

    /** Stops the engines of this home, whoever uses them, and the user pool of this console; a DynamoDB that was found is left alone. */
    public void stop() {
        for (Engine engine : Engine.values()) {
            locked(folder.lockFile(engine), lease -> {
                runs.stop(engine);
                return engine;
            });
        }
        stopServing();
    }

    /** Leaves: engines that no other console of this home uses stop, also those that are being started, and have stopped when this returns. */
    @Override
    public synchronized void close() {
        closed = true;
        awaitStarts();
        stopServing();
        if (lease != null) {
            try {
                lease.close();
            } catch (IOException e) {
                throw LocalFailures.files(folder, e);
            }
            lease = null;
        }
    }
}
