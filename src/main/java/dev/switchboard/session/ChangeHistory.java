package dev.switchboard.session;

import dev.switchboard.dynamodb.change.ItemUndoManager;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.JournalPage;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.text.Messages;
import dev.switchboard.users.SyncUndo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes made in one environment: lists them from the journal, compares them with the current items and rows, and undoes them.
 * Safe for concurrent use.
 */
public final class ChangeHistory {
    private static final Messages TEXT = Messages.of(ChangeHistory.class);
    private final WritePermits permits;
    private final Journal journal;
    private final ItemUndoManager items;
    private final SyncUndo syncs;
    private final Tables tables;

    ChangeHistory(WritePermits permits, ItemUndoManager items, SyncUndo syncs, Tables tables) {
        this.permits = permits;
        journal = permits.journal();
        this.items = items;
        this.syncs = syncs;
        this.tables = tables;
    }

    /**
     * The first images of a change.
     *
     * @param first the first images, in the order in which they were to be written
     * @param total the number of all images
     */
    public record ChangePreview(List<Change> first, long total) {
        public ChangePreview {
            first = List.copyOf(first);
        }
    }

    /** Returns the newest changes. */
    public JournalPage list(int most) {
        return journal.list(most);
    }

    /**
     * Returns a change.
     *
     * @throws dev.switchboard.failure.InvalidInputException if it was not found
     */
    public Entry get(String id) {
        return journal.get(id);
    }

    /** Returns the first before- and after-images of a change and their total number. */
    public ChangePreview rows(String id, int most) {
        List<Change> first = new ArrayList<>();
        long[] total = {0};
        journal.rows(id, change -> {
            if (total[0]++ < most) {
                first.add(change);
            }
        });
        return new ChangePreview(first, total[0]);
    }

    /** Passes all before- and after-images of a change, in the order in which they were to be written. */
    public void eachRow(String id, Consumer<Change> rows) {
        journal.rows(id, rows);
    }

    /**
     * Compares a change with the current items or rows.
     *
     * @return null if the journal has no images for the change
     * @throws OperationFailedException if its table or database is not that of this session, or its journal lines are damaged
     */
    public @Nullable ComparisonResult compare(Entry entry, Progress progress) {
        if (entry.integrity().isDamaged()) {
            throw new OperationFailedException(entry.integrity().damage(), TEXT.get("damaged.remedy", entry.id()));
        }
        return switch (entry.intent().undo()) {
            case TRANSACTION, ROWS -> items.compare(entry, progress);
            case SYNC -> syncs.compare(entry);
            case NONE -> null;
        };
    }

    /**
     * Returns a warning to show before an undo, such as that the table has a stream whose consumer may fail, or that the end of the change
     * was not recorded. Null if there is none.
     */
    public @Nullable String warning(Entry entry) {
        boolean hasItems = entry.intent().undo() == UndoKind.TRANSACTION || entry.intent().undo() == UndoKind.ROWS;
        String unclosed = entry.isUnclosed() ? TEXT.get("undo.unclosed") : "";
        String stream = hasItems && tables.hasStream(entry.where().target()) ? TEXT.get("undo.stream", entry.where().target()) : "";
        String both = (unclosed + " " + stream).strip();
        return both.isEmpty() ? null : both;
    }

    /**
     * Undoes a change. Items that changed since are not overwritten: a transaction is then not undone at all, any other change
     * except for these items. The undo is recorded as a change itself.
     *
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked
     * @throws OperationFailedException if it cannot be undone, was already undone, or its journal lines are damaged; nothing was changed
     * @throws dev.switchboard.failure.OperationCancelledException on request, with the number of restored items
     */
    public UndoResult undo(String id, Progress progress) {
        permits.checkUnlocked("journal undo");
        Entry entry = journal.get(id);
        @Nullable String reason = entry.noUndoReason();
        if (reason != null) {
            throw entry.integrity().isDamaged()
                    ? new OperationFailedException(TEXT.get("undo.damaged", id, reason), TEXT.get("damaged.remedy", id))
                    : new OperationFailedException(TEXT.get("undo.not", id, reason), null);
        }
        return entry.intent().undo() == UndoKind.SYNC ? syncs.undo(entry, progress) : items.undo(entry, progress);
    }
}
