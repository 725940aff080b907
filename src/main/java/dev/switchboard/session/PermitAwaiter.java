package dev.switchboard.session;

import dev.switchboard.journal.WritePermits;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the writes under way before a session closes its clients. */
final class PermitAwaiter {
    private static final Logger LOG = LoggerFactory.getLogger(PermitAwaiter.class);

    private PermitAwaiter() {}

    /** Blocks until nothing is being written, at most for this time. Logs what is still being written then. */
    static void await(WritePermits permits, Duration longest) {
        try {
            if (!permits.awaitNone(longest)) {
                LOG.warn("closing although this is still being written: {}", permits.open());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("closing on an interrupt although this is still being written: {}", permits.open());
        }
    }
}
