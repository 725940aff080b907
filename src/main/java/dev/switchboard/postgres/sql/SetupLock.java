package dev.switchboard.postgres.sql;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A lock of one database that a restore and each step of the setup hold until their transaction ends, because two of them at once would
 * create the same objects.
 */
public final class SetupLock {
    private static final Messages TEXT = Messages.of(SetupLock.class);
    private static final Poller STEP = new Poller(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(15));
    private static final Sql TRY = Sql.file("setup/try_lock");

    private SetupLock() {}

    /**
     * Waits for the lock, because a step of another setup ends within seconds.
     *
     * @param name the name of the database, for the error
     * @throws OperationFailedException if another session holds it for longer than a step takes; nothing was written
     */
    public static void await(Transaction transaction, String name, Progress progress) {
        STEP.poll(() -> taken(transaction) ? Optional.of(true) : Optional.empty(), progress, () -> locked(name));
    }

    /**
     * Takes the lock.
     *
     * @param name the name of the database, for the error
     * @throws OperationFailedException if another session holds it; nothing was written
     */
    public static void acquire(Transaction transaction, String name) {
        if (!taken(transaction)) {
            throw locked(name);
        }
    }

    private static boolean taken(Transaction transaction) {
        return transaction.query(TRY, Map.of()).getFirst().flag("locked");
    }

    private static OperationFailedException locked(String name) {
        return new OperationFailedException(TEXT.get("setup.locked", name), TEXT.get("setup.locked.remedy"));
    }
}
