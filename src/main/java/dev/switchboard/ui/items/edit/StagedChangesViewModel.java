package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.EditReport;
import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.explorer.edit.StagedEdit;
import dev.switchboard.explorer.edit.StagedEdits;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The staged edits of one table: what they change and cost, their commit, and what became of each. */
final class StagedChangesViewModel {
    private static final Messages TEXT = Messages.of(StagedChangesViewModel.class);
    private final UiContext context;
    private final UndoHandler undo;
    private final String table;
    private final StagedEdits edits;
    private final Map<Item, EditResult> results = new HashMap<>();
    private final ObservableList<StagedRow> rows = FXCollections.observableArrayList();
    private final ObservableList<DiffRow> differences = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable StagedRow> selected = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty together = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper report = new ReadOnlyStringWrapper("");
    private Runnable changed = () -> {};

    StagedChangesViewModel(UiContext context, String table, KeySchema keys) {
        this.context = context;
        this.table = table;
        undo = new UndoHandler(context);
        edits = new StagedEdits(keys);
        together.addListener((observable, old, now) -> showCost());
    }

    /** Sets what is told when the staged edits change or a commit has ended. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Stages an edit; a conflict with another staged edit is shown. */
    void stage(ItemEdit edit) {
        try {
            edits.stage(edit);
            results.remove(edits.keys().of(edit.subject()));
            refresh();
        } catch (InvalidInputException e) {
            context.dialogs().error(context.jobs().explain(e));
        }
    }

    /** Stages several edits at once. */
    void stage(List<ItemEdit> several) {
        try {
            several.forEach(edits::stage);
        } catch (InvalidInputException e) {
            context.dialogs().error(context.jobs().explain(e));
        }
        refresh();
    }

    /** The edits as they are staged. */
    List<ItemEdit> itemEdits() {
        return edits.itemEdits();
    }

    private void refresh() {
        @Nullable StagedRow before = selected.get();
        rows.setAll(edits.all().stream().map(staged -> new StagedRow(staged, results.get(staged.key()))).toList());
        fits.set(edits.fitTransaction());
        select(rows.stream()
                .filter(row -> before != null && row.staged().key().equals(before.staged().key()))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
        showCost();
        changed.run();
    }

    private void showCost() {
        boolean transaction = together.get() && fits.get();
        cost.set(rows.isEmpty()
                ? ""
                : TEXT.get(transaction ? "staged.cost.together" : "staged.cost", rows.size(), Formats.capacity(edits.units(transaction))));
    }

    /** Shows the differences of an edit; null for none. */
    void select(@Nullable StagedRow row) {
        selected.set(row);
        if (row == null) {
            differences.clear();
        } else {
            EditResult.@Nullable Conflict conflict = row.conflict();
            differences.setAll(conflict == null ? DiffRow.of(row.staged()) : DiffRow.of(row.staged(), conflict.now()));
        }
    }

    /** Commits all staged edits. Those that were written are no longer staged; the others stay, with what became of them. */
    void commit() {
        if (rows.isEmpty() || running.get()) {
            return;
        }
        List<StagedEdit> sent = edits.all();
        boolean transaction = together.get() && fits.get();
        AtomicReference<Progress> job = new AtomicReference<>(Progress.NONE);
        running.set(true);
        report.set("");
        context.jobs().start(
                TEXT.get("staged.job", sent.size(), table),
                progress -> {
                    job.set(progress);
                    List<ItemEdit> due = sent.stream().map(StagedEdit::edit).toList();
                    return context.session().explorer().editor().commit(table, due, transaction, progress);
                },
                ended -> ended(sent, ended),
                failure -> failed(failure, job.get().isCancelled()));
    }

    private void ended(List<StagedEdit> sent, EditReport ended) {
        running.set(false);
        results.clear();
        for (int i = 0; i < sent.size(); i++) {
            if (!(ended.results().get(i) instanceof EditResult.Written)) {
                results.put(sent.get(i).key(), ended.results().get(i));
            }
        }
        edits.committed(sent, ended);
        refresh();
        if (ended.written() > 0) {
            undo.offer(TEXT.get("staged.done", ended.summary()), ended.change(), changed);
        }
        report.set(ended.complete() ? "" : ended.summary());
        if (ended.conflicts() > 0) {
            ask();
        }
    }

    /** Canceling is not an error, but what it left stays on the screen. */
    private void failed(Explanation explanation, boolean stopped) {
        running.set(false);
        @Nullable String remedy = explanation.remedy();
        report.set(remedy == null ? explanation.sentence() : explanation.sentence() + " " + remedy);
        changed.run();
        if (!stopped) {
            context.dialogs().error(explanation);
        }
    }

    /** Shows the first conflict with both versions, and asks what to do with all of them. */
    private void ask() {
        List<StagedRow> conflicts = conflicts();
        StagedRow first = conflicts.getFirst();
        select(first);
        String text = TEXT.get("conflict.text", conflicts.size(), ConflictText.of(first));
        Optional<String> chosen = context.dialogs().choose(
                TEXT.get("conflict.title", conflicts.size()), text, TEXT.get("conflict.later"),
                TEXT.get("conflict.mine", conflicts.size()), TEXT.get("conflict.theirs", conflicts.size()));
        chosen.ifPresent(action -> {
            if (action.equals(TEXT.get("conflict.theirs", conflicts.size()))) {
                conflicts.forEach(this::discard);
            } else {
                conflicts.forEach(this::rebase);
                commit();
            }
        });
    }

    private List<StagedRow> conflicts() {
        return rows.stream().filter(row -> row.conflict() != null).toList();
    }

    /** Keeps the edit of a conflict: it is now made of the item as it is, and replaces what the other has written. */
    void rebase(StagedRow row) {
        EditResult.@Nullable Conflict conflict = row.conflict();
        if (conflict != null) {
            results.remove(row.staged().key());
            edits.rebase(row.staged(), conflict.now());
            refresh();
        }
    }

    /** Discards one edit. */
    void discard(StagedRow row) {
        edits.discard(row.staged().key());
        results.remove(row.staged().key());
        refresh();
    }

    /** Discards all edits after a question. */
    void discardAll() {
        if (context.dialogs().confirm(TEXT.get("discard.title"), TEXT.get("discard.text", rows.size()), TEXT.get("discard.action"))) {
            clear();
        }
    }

    /** Discards all edits. */
    void clear() {
        edits.clear();
        results.clear();
        report.set("");
        refresh();
    }

    /** The edit that is staged for an item; null if none is. */
    @Nullable
    StagedEdit staged(Item item) {
        return edits.of(item);
    }

    /** The item as it is after its staged edit; null if it is to be deleted. */
    @Nullable
    Item current(Item item) {
        return edits.current(item);
    }

    /** The staged edits, oldest first. */
    ObservableList<StagedRow> rows() {
        return rows;
    }

    /** What the selected edit changes, attribute by attribute. */
    ObservableList<DiffRow> differences() {
        return differences;
    }

    ReadOnlyObjectProperty<@Nullable StagedRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether to commit in one transaction, where the edits fit in one. */
    BooleanProperty togetherProperty() {
        return together;
    }

    /** Whether the edits fit in one transaction. */
    ReadOnlyBooleanProperty fitsProperty() {
        return fits.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How many edits, and what the commit costs; empty without edits. */
    ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** What became of the last commit, if not all of it was written; otherwise empty. */
    ReadOnlyStringProperty reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The name of the table. */
    String table() {
        return table;
    }
}
