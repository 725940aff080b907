package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.session.ChangeHistory;
import dev.switchboard.text.Messages;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Offers to undo a change, asks, and does it. JavaFX thread only. */
public final class UndoHandler {
    private static final Messages TEXT = Messages.of(UndoHandler.class);
    private final UiContext context;
    private final ChangeHistory changes;

    public UndoHandler(UiContext context) {
        this.context = context;
        changes = context.session().changes();
    }

    /**
     * Says that something was done, and offers to undo it.
     *
     * @param change its id in the journal
     * @param after runs when it was undone
     */
    public void offer(String text, String change, Runnable after) {
        context.notices().done(text, TEXT.get("undo.action"), () -> undo(change, after));
    }

    /** The same for something that is done many times in a row; the offer goes by itself. */
    public void offerBriefly(String text, String change, Runnable after) {
        context.notices().brief(text, TEXT.get("undo.action"), () -> undo(change, after));
    }

    /** What must be known before it is asked. */
    private record Look(Entry entry, long rows, @Nullable String warning) {}

    /** Asks whether to undo a change, and does it. */
    public void undo(String change, Runnable after) {
        context.jobs().start(TEXT.get("undo.look"), progress -> look(change), look -> ask(look, after), context.dialogs()::error);
    }

    private Look look(String change) {
        Entry entry = changes.get(change);
        return new Look(entry, changes.rows(change, 0).total(), entry.noUndoReason() == null ? changes.warning(entry) : null);
    }

    private void ask(Look look, Runnable after) {
        String whyNot = look.entry().noUndoReason();
        if (whyNot != null) {
            context.dialogs().info(TEXT.get("undo.not"), whyNot);
            return;
        }
        String what = look.entry().intent().what();
        String text = TEXT.get("undo.text", what, look.rows(), look.entry().where().summary());
        String warned = look.warning() == null ? text : text + "\n\n" + look.warning();
        if (context.dialogs().confirm(TEXT.get("undo.title"), warned, TEXT.get("undo.action"))) {
            run(look.entry().id(), after);
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
            context.notices().warn(undone.summary());
        } else {
            context.notices().done(undone.summary());
        }
        after.run();
    }

    /** A stop on request is no failure: its sentence, which says what was put back, is enough. */
    private void failed(Explanation failure, boolean stopped) {
        String remedy = failure.remedy();
        if (stopped) {
            context.notices().warn(remedy == null ? failure.sentence() : failure.sentence() + " " + remedy);
        } else {
            context.dialogs().error(failure);
        }
    }
}
