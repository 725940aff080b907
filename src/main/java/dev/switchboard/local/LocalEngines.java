package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.local.userpool.UserPoolServer;
import dev.switchboard.settings.Home;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The engines of one home, started when they are first asked for and shared by all consoles of that home. Asked again it looks
 * again, so an engine that somebody stopped comes back. Blocks for up to a few seconds; safe on any thread.
 */
public final class LocalEngines implements AutoCloseable {
    private final Home home;
    private final LocalFolder folder;
    private final LocalOptions options;
    private final EngineProcessManager runs;
    private final DynamoDbPrograms programs;
    private @Nullable Lease lease;
    private @Nullable UserPoolServer pool;
    private boolean closed;

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
        runs = new EngineProcessManager(folder);
    }

    /**
     * A DynamoDB: the one that runs, or a new one.
     *
     * @throws OperationFailedException where there is none and none can be started
     */
    public DynamoDbEngine dynamoDb() {
        return locked(folder.lockFile(Engine.DYNAMODB), lease -> new DynamoDbServer(folder, options, runs, programs).ensure());
    }

    /**
     * A PostgreSQL: the one that runs, or a new one.
     *
     * @throws OperationFailedException where none can be started
     */
    public PostgresEngine postgres() {
        return locked(folder.lockFile(Engine.POSTGRES), lease -> new PostgresServer(folder, options, runs).ensure());
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

    private static UserPoolEngine served(UserPoolServer server) {
        return new UserPoolEngine(server.endpoint(), server.poolId());
    }

    private <T> T locked(Path lockFile, Starting<T> work) {
        home.ensure(folder.root());
        try {
            Lease claim = claim();
            try (StartLock _ = StartLock.take(lockFile)) {
                return work.start(claim);
            }
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
    }

    /** Work that may meet trouble with files. */
    @FunctionalInterface
    private interface Starting<T> {
        T start(Lease lease) throws IOException;
    }

    private synchronized Lease claim() throws IOException {
        if (closed) {
            throw new IllegalStateException("these engines were left already");
        }
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
        }
        return claim;
    }

    private synchronized void stopServing() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    /** What runs; starts nothing. */
    public LocalStatus status() {
        try {
            return new LocalStatus(
                    new DynamoDbServer(folder, options, runs, programs).running(runs.peek(Engine.DYNAMODB)).orElse(null),
                    new PostgresServer(folder, options, runs).running(runs.peek(Engine.POSTGRES)).orElse(null),
                    Lease.userPool(folder).orElse(null));
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
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

    /** Leaves: engines that no other console of this home uses stop, and have stopped when this returns. */
    @Override
    public synchronized void close() {
        closed = true;
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
