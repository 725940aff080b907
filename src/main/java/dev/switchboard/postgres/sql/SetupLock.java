package dev.switchboard.postgres.sql;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.util.Map;

/**
 * A lock of one database that a restore and each step of the setup hold until their transaction ends, because two of them at once would
 * create the same objects.
 */
public final class SetupLock {
    private static final Messages TEXT = Messages.of(SetupLock.class);
    private static final Sql TRY = Sql.file("setup/try_lock");

    private SetupLock() {}

    /**
     * Takes the lock.
     *
     * @param name the name of the database, for the error
     * @throws OperationFailedException if another session holds it; nothing was written
     */
    public static void acquire(Transaction transaction, String name) {
        if (!transaction.query(TRY, Map.of()).getFirst().flag("locked")) {
            throw new OperationFailedException(TEXT.get("setup.locked", name), TEXT.get("setup.locked.remedy"));
        }
    }
}
