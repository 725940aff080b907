package dev.switchboard.ui.shell;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import org.jspecify.annotations.Nullable;

/** One opening of a session. What it opened is either adopted by the window or closed. Safe for several threads. */
final class SessionOpening {
    private static final Messages TEXT = Messages.of(SessionOpening.class);
    private @Nullable Session opened;
    private boolean abandoned;

    /**
     * Keeps a session until it is adopted.
     *
     * @throws OperationCancelledException where the opening was abandoned; the session is closed then
     */
    Session opened(Session session) {
        synchronized (this) {
            if (!abandoned) {
                opened = session;
                return session;
            }
        }
        session.close();
        throw new OperationCancelledException(TEXT.get("opening.abandoned"), null);
    }

    /** Whether the window may take the session over; false where the opening was abandoned. */
    synchronized boolean adopt() {
        opened = null;
        return !abandoned;
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** The window wants another session or none: what was opened is closed, at once or as soon as it is open. Blocks. */
    void abandon() {
        @Nullable Session unwanted;
        synchronized (this) {
            abandoned = true;
            unwanted = opened;
            opened = null;
        }
        if (unwanted != null) {
            unwanted.close();
        }
    }
}
