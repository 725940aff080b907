package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.session.ChangeHistory;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Offers to undo changes and undoes them after confirmation. JavaFX thread only. */
public final class UndoHandler {
    private static final Messages TEXT = Messages.of(UndoHandler.class);
    private static final String OPERATION = "journal undo";
    private final UiContext context;
    private final ChangeHistory changes;

    public UndoHandler(UiContext context) {
        this.context = context;
        changes = context.session().changes();
    }

    /**
     * Reports a completed change and offers to undo it.
     *
     * @param change ID of the change in the journal
     * @param after runs after the undo
     */
    public void offer(String text, String change, Runnable after) {
        context.notices().done(text, TEXT.get("undo.action"), () -> undo(change, after), undoes(change));
    }

    /** The same for frequent changes; the notification disappears after a few seconds. */
    public void offerBriefly(String text, String change, Runnable after) {
        context.notices().brief(text, TEXT.get("undo.action"), () -> undo(change, after), undoes(change));
    }

    /** A change that was undone elsewhere, such as on the Activity screen, cannot be undone once more. */
    private static Predicate<DataChange> undoes(String change) {
        return later -> later instanceof DataChange.History history && change.equals(history.undoes());
    }

    /** The data shown in the confirmation. */
    private record UndoPreview(Entry entry, long rows, @Nullable String warning) {}

    /** Undoes a change after confirmation. Where writing is locked, it says so before it asks anything. */
    public void undo(String change, Runnable after) {
        context.jobs().start(TEXT.get("undo.look"), progress -> preview(change), preview -> ask(preview, after), context.dialogs()::error);
    }

    private UndoPreview preview(String change) {
        @Nullable OperationRefusedException refusal = context.session().permits().refusal(OPERATION);
        if (refusal != null) {
            throw refusal;
        }
        Entry entry = changes.get(change);
        return new UndoPreview(entry, changes.rows(change, 0).total(), entry.noUndoReason() == null ? changes.warning(entry) : null);
    }

    private void ask(UndoPreview preview, Runnable after) {
        String reason = preview.entry().noUndoReason();
        if (reason != null) {
            context.dialogs().info(TEXT.get("undo.not"), reason);
            return;
        }
        String what = preview.entry().intent().what();
        String text = TEXT.get("undo.text", what, preview.rows(), preview.entry().where().summary());
        String warned = preview.warning() == null ? text : text + "\n\n" + preview.warning();
        if (context.dialogs().confirm(TEXT.get("undo.title"), warned, TEXT.get("undo.action"))) {
            run(preview.entry().id(), after);
        }
    }

    private void run(String change, Runnable after) {
        AtomicReference<Progress> job = new AtomicReference<>(Progress.NONE);
        context.jobs().start(
                TEXT.get("undo.job"),
                progress -> {
                    job.set(progress);
                    return changes.undo(change, progress);
                },
                undone -> done(undone, after),
                failure -> {
                    failed(failure, job.get().isCancelled());
                    after.run();
                });
    }

    private void done(UndoResult undone, Runnable after) {
        if (undone.skipped() > 0) {
            // Asked for in a dialog, so a partial answer is given in one: a notification would be gone in seconds.
            context.dialogs().info(TEXT.get("undo.partly"), undone.summary());
        } else {
            context.notices().done(undone.summary());
        }
        after.run();
    }

    /** Canceling is not an error, but what was restored until then is told where it was asked for. */
    private void failed(Explanation failure, boolean stopped) {
        String remedy = failure.remedy();
        if (stopped) {
            context.dialogs().info(TEXT.get("undo.stopped"), remedy == null ? failure.sentence() : failure.sentence() + " " + remedy);
        } else {
            context.dialogs().error(failure);
        }
    }
}
