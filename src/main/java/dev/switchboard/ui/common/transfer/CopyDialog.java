package dev.switchboard.ui.common.transfer;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.CopyOptions;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import org.jspecify.annotations.Nullable;

/**
 * Copies items to another table of this or of another environment: asks where and how, offers to resume what was interrupted, and says what
 * became of it. JavaFX thread only.
 */
public final class CopyDialog {
    private static final Messages TEXT = Messages.of(CopyDialog.class);
    private final UiContext context;
    private final TransferJobs jobs;
    private final TransferSubject subject;
    private final Runnable changed;

    private CopyDialog(UiContext context, TransferSubject subject, Runnable changed) {
        this.context = context;
        this.subject = subject;
        this.changed = changed;
        jobs = new TransferJobs(context);
    }

    /**
     * Asks where to copy items, and copies them.
     *
     * @param changed told when items were written
     */
    public static void open(UiContext context, TransferSubject subject, Runnable changed) {
        CopyDialog dialog = new CopyDialog(context, subject, changed);
        dialog.jobs.start(
                TEXT.get("export.prepare", subject.table()),
                progress -> ExportDialog.estimate(context, subject),
                estimate -> dialog.ask(new CopyFormViewModel(subject, context.session().environment(), estimate)));
    }

    /** Copies as a form says. */
    static void start(UiContext context, CopyFormViewModel form, Runnable changed) {
        new CopyDialog(context, form.subject(), changed).start(form);
    }

    private void ask(CopyFormViewModel form) {
        boolean confirmed = context.dialogs().form(
                TEXT.get("copy.title"), new CopyForm(context, form), TEXT.get("copy.action"),
                Bindings.or(form.errorProperty().isNotEmpty(), CopyForm.locked(context, form)));
        if (confirmed) {
            start(form);
        }
    }

    private void start(CopyFormViewModel form) {
        Environment target = form.environmentProperty().get();
        @Nullable String typed = null;
        if (!form.isSame() && target.policy().lockRequired()) {
            Optional<String> word = context.dialogs().confirmTyped(
                    TEXT.get("copy.unlock.title", target.code()),
                    TEXT.get("copy.unlock.text", subject.what(), form.targetTable(), target.code()),
                    target.code(), TEXT.get("copy.unlock.action"));
            if (word.isEmpty()) {
                return;
            }
            typed = word.get();
        }
        check(form, new TargetSession(context, target, typed));
    }

    private void check(CopyFormViewModel form, TargetSession target) {
        String table = form.targetTable();
        CopyOptions options = form.options(true);
        jobs.start(
                TEXT.get("copy.check", table),
                progress -> target.call(session -> context.session().transfers().copier().interrupted(subject.table(), session.transfers(),
                        table, options)),
                read -> next(form, target, read));
    }

    private void next(CopyFormViewModel form, TargetSession target, long read) {
        boolean resume = false;
        if (read >= 0) {
            String again = TEXT.get("resume.action");
            Optional<String> chosen = context.dialogs().choose(TEXT.get("copy.resume.title"), TEXT.get("copy.resume.text", read),
                    TEXT.get("resume.cancel"), again, TEXT.get("resume.over"));
            if (chosen.isEmpty()) {
                return;
            }
            resume = chosen.get().equals(again);
        }
        CopyOptions options = form.options(resume);
        String table = form.targetTable();
        jobs.start(
                TEXT.get("copy.job", subject.table(), table),
                progress -> target.call(session -> context.session().transfers().copier().copy(subject.table(), session.transfers(), table,
                        options, progress)),
                report -> done(report, form));
    }

    private void done(ImportReport report, CopyFormViewModel form) {
        String table = form.targetTable();
        String words = TransferReports.words(report, table);

        if (report.change() == null || report.written() == 0) {
            context.notices().done(words);
        } else if (form.isSame()) {
            new UndoHandler(context).offer(words, report.change(), changed);
        } else {
            context.notices().done(words + " " + TEXT.get("copy.undo", form.environmentProperty().get().code()));
        }
        if (report.rejected() > 0) {
            context.dialogs().info(TEXT.get("import.rejected.title", report.rejected()),
                    String.join("\n", report.problems().stream().limit(10).toList()));
        }
        changed.run();
    }
}
