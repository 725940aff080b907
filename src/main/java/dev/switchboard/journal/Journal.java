package dev.switchboard.journal;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of all changes that consoles of this home made in one environment. Append-only: the intent and the before- and
 * after-images are flushed to the disk before the write that they describe. Safe for concurrent use by threads and processes.
 */
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final Messages TEXT = Messages.of(Journal.class);
    private static final int OWN = 10_000;
    private final JournalFolder folder;
    private final InstantSource clock;
    private final Set<String> own = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<Consumer<EndedChange>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param folder the folder of the journal files; created when needed
     * @param environment the environment's code
     */
    public Journal(Path folder, String environment, InstantSource clock) {
        this.folder = new JournalFolder(folder, environment);
        this.clock = clock;
    }

    /** The folder of the journal files. */
    public Path folder() {
        return folder.folder();
    }

    /**
     * Records an intent.
     *
     * @param authorization the authorization that covers the change; null if none does
     * @throws OperationFailedException if it cannot be recorded; the change must not be made then
     */
    WritePermit begin(Intent intent, ChangeTarget target, Actor actor, @Nullable WriteAuthorization authorization) {
        Instant now = clock.instant();
        String id = JournalFolder.newId(now);
        remember(id);
        append(id, LineWriter.intent(id, now, folder.environment(), intent, target, actor));
        return new WritePermit(this, id, intent, target, authorization);
    }

    private void remember(String id) {
        synchronized (own) {
            own.add(id);
            if (own.size() > OWN) {
                own.remove(own.iterator().next());
            }
        }
    }

    /** Whether a change was begun with this journal, and not so long ago that it was forgotten. */
    public boolean isOwn(String id) {
        return own.contains(id);
    }

    /** Whether a change was begun with this journal. */
    public boolean hasOwn() {
        return !own.isEmpty();
    }

    /**
     * Compresses the files of days that are over, and deletes the oldest ones beyond the limits, which becomes an entry of the journal. May
     * take seconds. A failure is only logged, because the next call tries again.
     */
    public void tidy(JournalLimits limits) {
        JournalKeeper keeper = new JournalKeeper(folder, clock);
        try {
            keeper.compress();
            List<LocalDate> deleted = keeper.delete(limits);
            if (!deleted.isEmpty()) {
                deleted(deleted);
            }
        } catch (IOException | OperationFailedException e) {
            LOG.warn("the journal could not be compressed or limited", e);
        }
    }

    private void deleted(List<LocalDate> days) {
        String what = TEXT.get("limits.what", days.size(), days.getLast().toString());
        LOG.info("{} {}", what, days);
        Instant now = clock.instant();
        String id = JournalFolder.newId(now);
        remember(id);
        ChangeTarget target = new ChangeTarget(ChangeTarget.JOURNAL, folder.environment(), null, null, null, null);
        Actor actor = new Actor(System.getProperty("user.name"), null, null);
        append(id,
                LineWriter.intent(id, now, folder.environment(), Intent.event("journal limits", what, TEXT.get("limits.no-undo")), target,
                        actor));
        outcome(id, 2, 1, 0, OutcomeState.DONE, TEXT.get("limits.done"));
    }

    /** Tells of the end of each change that was begun with this journal, on the thread that ended it. */
    public void onEnd(Consumer<EndedChange> listener) {
        listeners.add(listener);
    }

    void ended(EndedChange change) {
        for (Consumer<EndedChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                // The change has ended whatever becomes of those who are told.
                LOG.error("a listener failed on the end of change {}", change.id(), e);
            }
        }
    }

    /** Follows what other processes write to the same journal from now on. */
    public JournalTail tail() {
        return new JournalTail(folder);
    }

    /** Records that a change was undone by another change. */
    public void undone(String id, String by) {
        note(id, LineWriter.undone(id, clock.instant(), by));
    }

    /**
     * Returns the newest changes.
     *
     * @param most the maximum number
     */
    public JournalPage list(int most) {
        return reading(() -> new JournalReader(folder).list(most));
    }

    /**
     * Returns a change; empty if it was not found.
     *
     * @throws InvalidInputException if the ID is not valid
     */
    public Optional<Entry> find(String id) {
        if (!JournalFolder.isId(id)) {
            throw new InvalidInputException("journal_id", TEXT.get("id.malformed", id), TEXT.get("id.remedy"));
        }
        return reading(() -> new JournalReader(folder).find(id));
    }

    /**
     * Returns a change.
     *
     * @throws InvalidInputException if it was not found
     */
    public Entry get(String id) {
        return find(id).orElseThrow(() -> new InvalidInputException("journal_id", unknown(id), TEXT.get("id.remedy")));
    }

    /** The day of a change that is older than all files may have been deleted because of the limits. */
    private String unknown(String id) {
        return reading(() -> {
            List<Path> files = folder.files();
            boolean older = !files.isEmpty() && folder.of(id).compareTo(files.getLast()) < 0;
            return older ? TEXT.get("id.older", id, folder.day(files.getLast()).toString()) : TEXT.get("id.unknown", id);
        });
    }

    /**
     * Reads the before- and after-images of a change, in the order in which they were to be written, one journal line at a time. Lines
     * whose checksum is wrong are skipped, see {@link Entry#integrity}.
     */
    public void rows(String id, Consumer<Change> rows) {
        reading(() -> {
            new JournalReader(folder).rows(id, rows);
            return id;
        });
    }

    /** Records how a change ended; the arguments are those of {@link LineWriter#outcome}. */
    void outcome(String id, int number, int attempt, long count, OutcomeState state, String sentence) {
        note(id, LineWriter.outcome(id, number, attempt, count, clock.instant(), state, sentence));
    }

    /** Records what follows a write. A failure is only logged because the write has already happened. */
    private void note(String id, String line) {
        try {
            JournalFile.append(folder.of(id), line);
        } catch (IOException e) {
            LOG.warn("the outcome of change {} could not be recorded; the journal shows it as unknown", id, e);
        }
    }

    void append(String id, String line) {
        Path file = folder.of(id);
        try {
            JournalFile.append(file, line);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("unwritable", file, reason(e)), TEXT.get("unwritable.remedy"), e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("unreadable", folder.folder(), reason(e)), TEXT.get("unreadable.remedy"), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }
}
