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
import org.jspecify.annotations.Nullable;

/** What was changed in one environment: the journal, held against the stores, and the undoing. Safe for several threads. */
public final class ChangeHistory {
    private static final Messages TEXT = Messages.of(ChangeHistory.class);
    private final WritePermits permits;
    private final Journal journal;
    private final ItemUndoManager rows;
    private final SyncUndo syncs;
    private final Tables tables;

    ChangeHistory(WritePermits permits, ItemUndoManager rows, SyncUndo syncs, Tables tables) {
        this.permits = permits;
        journal = permits.journal();
        this.rows = rows;
        this.syncs = syncs;
        this.tables = tables;
    }

    /**
     * Some rows of a change.
     *
     * @param first the first of them, in the order in which they were to be written
     * @param total how many there are
     */
    public record Rows(List<Change> first, long total) {
        public Rows {
            first = List.copyOf(first);
        }
    }

    /** The newest changes, at most so many. */
    public JournalPage list(int most) {
        return journal.list(most);
    }

    /**
     * One change.
     *
     * @throws dev.switchboard.failure.InvalidInputException where there is none of that id
     */
    public Entry get(String id) {
        return journal.get(id);
    }

    /** The first rows of a change, at most so many, and how many there are. */
    public Rows rows(String id, int most) {
        List<Change> first = new ArrayList<>();
        long[] total = {0};
        journal.rows(id, change -> {
            if (total[0]++ < most) {
                first.add(change);
            }
        });
        return new Rows(first, total[0]);
    }

    /**
     * What of a change stands in its store now.
     *
     * @return null for a change whose rows are not in the journal
     * @throws OperationFailedException where its table or database is not that of this session
     */
    public @Nullable ComparisonResult compare(Entry entry, Progress progress) {
        return switch (entry.intent().undo()) {
            case TRANSACTION, ROWS -> rows.compare(entry, progress);
            case SYNC -> syncs.compare(entry);
            case NONE -> null;
        };
    }

    /** What should be known before a change is undone: that a table's stream may not stand it. Null where there is nothing. */
    public @Nullable String warning(Entry entry) {
        boolean ofRows = entry.intent().undo() == UndoKind.TRANSACTION || entry.intent().undo() == UndoKind.ROWS;
        return ofRows && tables.hasStream(entry.where().target()) ? TEXT.get("undo.stream", entry.where().target()) : null;
    }

    /**
     * Undoes a change, where nobody has changed its rows since; a change of many rows as far as nobody has. The undoing is a
     * change itself.
     *
     * @throws dev.switchboard.failure.OperationRefusedException where the environment is locked
     * @throws OperationFailedException where it cannot be undone, or was already, saying why; nothing was changed
     * @throws dev.switchboard.failure.OperationCancelledException on request, saying what was put back
     */
    public UndoResult undo(String id, Progress progress) {
        permits.checkUnlocked("journal undo");
        Entry entry = journal.get(id);
        @Nullable String whyNot = entry.whyNoUndo();
        if (whyNot != null) {
            throw new OperationFailedException(TEXT.get("undo.not", id, whyNot), null);
        }
        return entry.intent().undo() == UndoKind.SYNC ? syncs.undo(entry, progress) : rows.undo(entry, progress);
    }
}
