package dev.switchboard.session;

import dev.switchboard.journal.EndedChange;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.JournalLimits;
import dev.switchboard.journal.JournalTail;
import dev.switchboard.settings.Settings;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was changed in an environment, so that what is shown of it can be read again. A write of this session is announced where its
 * entry in the journal ends, so that none can forget to; a write of another process of the same home when the journal shows it, about a
 * second later. Safe for concurrent use.
 */
public final class ChangePublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangePublisher.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final long LOOKS_BEFORE_TIDYING = 60;
    private static final long LOOKS_PER_TIDYING = 1800;
    private final Journal journal;
    private final JournalLimits limits;
    private final String messagesTable;
    private final List<Consumer<DataChange>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread watching;
    private @Nullable JournalTail tail;
    private boolean closed;

    /** What ends the announcements to one listener. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    ChangePublisher(Journal journal, Settings settings) {
        this.journal = journal;
        limits = JournalLimitsReader.read(settings);
        messagesTable = settings.messagesTable();
        // It reads the disk, so not only when the window subscribes.
        tail = journal.tail();
        journal.onEnd(this::tell);
    }

    /**
     * Announces changes from now on. The first listener starts a thread that follows the journal.
     *
     * @param listener called on the thread that made a change, or on one of the publisher's own; must not block
     */
    public Subscription subscribe(Consumer<DataChange> listener) {
        listeners.add(listener);
        watch();
        return () -> listeners.remove(listener);
    }

    private synchronized void watch() {
        if (closed || watching != null) {
            return;
        }
        watching = Thread.ofPlatform().daemon().name("journal watch").start(() -> {
            for (long looks = 1; !Thread.currentThread().isInterrupted(); looks++) {
                try {
                    Thread.sleep(INTERVAL);
                } catch (InterruptedException e) {
                    return;
                }
                look();
                // Not in the first minute, in which the window reads what it shows.
                if (looks % LOOKS_PER_TIDYING == LOOKS_BEFORE_TIDYING) {
                    journal.tidy(limits);
                }
            }
        });
    }

    /** Looks now for changes of other processes rather than at the end of the interval. Reads the disk. */
    public void look() {
        List<EndedChange> ended;
        synchronized (this) {
            JournalTail following = tail;
            if (closed || following == null) {
                return;
            }
            try {
                ended = following.look(journal::isOwn);
            } catch (ClosedByInterruptException e) {
                return;
            } catch (IOException e) {
                LOG.warn("the journal could not be followed", e);
                return;
            }
        }
        ended.forEach(this::tell);
    }

    private void tell(EndedChange change) {
        if (listeners.isEmpty()) {
            return;
        }
        for (DataChange altered : DataChanges.of(change, messagesTable)) {
            listeners.forEach(listener -> tell(listener, altered));
        }
    }

    private static void tell(Consumer<DataChange> listener, DataChange altered) {
        try {
            listener.accept(altered);
        } catch (RuntimeException e) {
            // The other listeners are told all the same.
            LOG.error("a listener failed on {}", altered, e);
        }
    }

    /** Announces nothing more. A command, which has no listeners, compresses the journal now if it wrote to it. */
    @Override
    public void close() {
        boolean tidy;
        synchronized (this) {
            tidy = !closed && watching == null && journal.hasOwn();
            closed = true;
            listeners.clear();
            if (watching != null) {
                watching.interrupt();
            }
        }
        if (tidy) {
            journal.tidy(limits);
        }
    }
}
