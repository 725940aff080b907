package dev.switchboard.local;

import dev.switchboard.environment.Home;
import dev.switchboard.failure.Failed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The engines of one home, started when they are first asked for and shared by all consoles of that home. Asked again it looks
 * again, so an engine that somebody stopped comes back. Blocks for up to a few seconds; safe on any thread.
 */
public final class LocalEngines implements AutoCloseable {
    private final Home home;
    private final LocalFolder folder;
    private final LocalOptions options;
    private final EngineRuns runs;
    private final DynamoDbPrograms programs;
    private @Nullable Lease lease;
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
        runs = new EngineRuns(folder);
    }

    /**
     * A DynamoDB: the one that runs, or a new one.
     *
     * @throws Failed where there is none and none can be started
     */
    public DynamoDbEngine dynamoDb() {
        return locked(Engine.DYNAMODB, () -> new DynamoDbServer(folder, options, runs, programs).ensure());
    }

    /**
     * A PostgreSQL: the one that runs, or a new one.
     *
     * @throws Failed where none can be started
     */
    public PostgresEngine postgres() {
        return locked(Engine.POSTGRES, () -> new PostgresServer(folder, options, runs).ensure());
    }

    private <T> T locked(Engine engine, Starting<T> work) {
        home.ensure(folder.root());
        try {
            claim();
            try (StartLock _ = StartLock.take(folder.lockFile(engine))) {
                return work.start();
            }
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
    }

    /** Work that may meet trouble with files. */
    @FunctionalInterface
    private interface Starting<T> {
        T start() throws IOException;
    }

    private synchronized void claim() throws IOException {
        if (closed) {
            throw new IllegalStateException("these engines were left already");
        }
        if (lease == null || !lease.guarded()) {
            lease = Lease.take(folder, Scripts.guardian(Host.current()));
        }
    }

    /** What runs; starts nothing. */
    public LocalStatus status() {
        try {
            return new LocalStatus(
                    new DynamoDbServer(folder, options, runs, programs).running(runs.peek(Engine.DYNAMODB)).orElse(null),
                    new PostgresServer(folder, options, runs).running(runs.peek(Engine.POSTGRES)).orElse(null),
                    null);
        } catch (IOException e) {
            throw LocalFailures.files(folder, e);
        }
    }

    /** Stops the engines of this home, whoever uses them; one that was found is left alone. */
    public void stop() {
        for (Engine engine : Engine.values()) {
            locked(engine, () -> {
                runs.stop(engine);
                return engine;
            });
        }
    }

    /** Leaves: engines that no other console of this home uses stop, and have stopped when this returns. */
    @Override
    public synchronized void close() {
        closed = true;
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
