package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.BulkChange;
import dev.switchboard.dynamodb.edit.BulkEditor;
import dev.switchboard.dynamodb.edit.BulkReport;
import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.layout.VBox;

/** Asks for bulk edits, runs each as a job that can be canceled, and says what became of it. JavaFX thread only. */
final class BulkEdits {
    private static final Messages TEXT = Messages.of(BulkEdits.class);
    private final UiContext context;
    private final UndoHandler undo;
    private final Runnable changed;

    /** @param changed told when items were written */
    BulkEdits(UiContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
        undo = new UndoHandler(context);
    }

    /** Asks for an attribute and a value for some items; empty if that was canceled. */
    Optional<BulkChange> askForValue(TableDetails table, long items) {
        return ask(table, items, true);
    }

    /** Asks for an attribute to remove from some items; empty if that was canceled. */
    Optional<BulkChange> askForAttribute(TableDetails table, long items) {
        return ask(table, items, false);
    }

    private Optional<BulkChange> ask(TableDetails table, long items, boolean sets) {
        BulkFormViewModel form = new BulkFormViewModel(table, sets);
        BulkForm view = new BulkForm(context, form);
        boolean confirmed = context.dialogs().form(
                TEXT.get(sets ? "bulk.set.title" : "bulk.remove.title"), view, TEXT.get("bulk.set.stage", items),
                form.errorProperty().isNotEmpty());
        return confirmed ? Optional.of(form.change()) : Optional.empty();
    }

    void set(TableDetails table, ItemSource source, String what, long about) {
        ask(table, source, what, about, true);
    }

    void remove(TableDetails table, ItemSource source, String what, long about) {
        ask(table, source, what, about, false);
    }

    private void ask(TableDetails table, ItemSource source, String what, long about, boolean sets) {
        BulkFormViewModel form = new BulkFormViewModel(table, sets);
        VBox view = new BulkForm(context, form);
        String title = TEXT.get(sets ? "bulk.set.title" : "bulk.remove.title");
        if (context.dialogs().form(title, view, TEXT.get("bulk.continue"), form.errorProperty().isNotEmpty())) {
            BulkChange change = form.change();
            String text = TEXT.get(sets ? "bulk.set.text" : "bulk.remove.text", form.attributeProperty().get(), what, number(about))
                    + cost(table, about);
            confirm(table, title, text, TEXT.get(sets ? "bulk.set.action" : "bulk.remove.action"), change, source);
        }
    }

    void delete(TableDetails table, ItemSource source, String what, long about) {
        String text = TEXT.get("bulk.delete.text", what, table.name(), number(about)) + cost(table, about);
        confirm(table, TEXT.get("bulk.delete.title"), text, TEXT.get("bulk.delete.action"), new BulkChange.Delete(), source);
    }

    /** What is known of the cost before the items are read. */
    private String cost(TableDetails table, long about) {
        double rate = context.session().explorer().editor().usualRate(table);
        String units = about < 0 ? TEXT.get("bulk.cost.unknown") : TEXT.get("bulk.cost", about);
        return "\n\n" + (rate > 0 ? units + " " + TEXT.get("bulk.rate", Formats.capacity(rate)) : units);
    }

    private static String number(long about) {
        return about < 0 ? TEXT.get("bulk.unknown") : TEXT.get("bulk.about", about);
    }

    private void confirm(TableDetails details, String title, String text, String action, BulkChange change, ItemSource source) {
        String table = details.name();
        boolean confirmed = context.session().environment().policy().confirmsDestruction()
                ? context.dialogs().confirmTyped(title, text, table, action).filter(table::equals).isPresent()
                : context.dialogs().confirm(title, text, action);
        if (confirmed) {
            AtomicReference<Progress> job = new AtomicReference<>(Progress.NONE);
            context.jobs().start(
                    TEXT.get("bulk.job", action, table),
                    progress -> {
                        job.set(progress);
                        return context.session().explorer().editor().bulk(table, change, source, BulkEditor.USUAL_RATE, progress);
                    },
                    this::ended,
                    failure -> failed(failure, job.get().isCancelled()));
        }
    }

    private void ended(BulkReport report) {
        if (report.written() > 0) {
            undo.offer(report.summary(), report.change(), changed);
        } else if (report.complete()) {
            context.notices().done(report.summary());
        }
        if (!report.complete()) {
            context.dialogs().info(TEXT.get(report.canceled() ? "bulk.stopped" : "bulk.partly"), text(report));
        }
        changed.run();
    }

    private static String text(BulkReport report) {
        StringBuilder text = new StringBuilder(report.summary());
        report.exceptions().stream().limit(10).forEach(one -> text.append("\n").append(KeyText.shortened(one.item())));
        return text.toString();
    }

    private void failed(Explanation explanation, boolean stopped) {
        if (stopped) {
            context.dialogs().info(TEXT.get("bulk.stopped"), explanation.sentence());
        } else {
            context.dialogs().error(explanation);
        }
        changed.run();
    }
}
