package dev.switchboard.ui.common.transfer;

import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ExportOptions;
import dev.switchboard.transfer.ExportResult;
import dev.switchboard.transfer.ItemExporter;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exports items to a file: asks how, offers to resume what was interrupted, and says what became of it. JavaFX thread only. */
public final class ExportDialog {
    private static final Messages TEXT = Messages.of(ExportDialog.class);
    private static final String FOLDER = "transfer.folder";
    private final UiContext context;
    private final TransferJobs jobs;
    private final TransferSubject subject;

    private ExportDialog(UiContext context, TransferSubject subject) {
        this.context = context;
        this.subject = subject;
        jobs = new TransferJobs(context);
    }

    /** Asks how to export items, and exports them. */
    public static void open(UiContext context, TransferSubject subject) {
        new ExportDialog(context, subject).prepare();
    }

    private void prepare() {
        jobs.start(TEXT.get("export.prepare", subject.table()), progress -> estimate(context, subject), this::ask);
    }

    /** What reading the items costs, in words; empty if that is not known. Fails if the table or index does not exist. */
    static String estimate(UiContext context, TransferSubject subject) {
        var reader = context.session().explorer().reader();
        if (subject.plan() == null) {
            var _ = reader.table(subject.table());
            return "";
        }
        @Nullable ReadEstimate estimate = reader.estimate(subject.plan());
        return estimate == null ? "" : TEXT.get("form.estimate", estimate.text());
    }

    private void ask(String estimate) {
        String folder = Objects.requireNonNullElse(context.state().get(FOLDER), System.getProperty("user.home", ""));
        ask(new ExportFormViewModel(subject, Path.of(folder).toAbsolutePath(), estimate));
    }

    private void ask(ExportFormViewModel form) {
        boolean confirmed = context.dialogs().form(
                TEXT.get("export.title"), new ExportForm(context, form), TEXT.get("export.action"), form.errorProperty().isNotEmpty());
        if (confirmed) {
            Path file = form.path();
            context.state().set(FOLDER, String.valueOf(file.getParent()));
            jobs.start(TEXT.get("export.check", file.getFileName()), progress -> found(file, form.options(true, false)),
                    found -> next(form, found));
        }
    }

    /**
     * What exists before an export.
     *
     * @param exists whether the file exists
     * @param read how many items an interrupted export has read; negative if there was none
     */
    private record FoundExport(boolean exists, long read) {}

    private FoundExport found(Path file, ExportOptions options) {
        return new FoundExport(Files.exists(file, LinkOption.NOFOLLOW_LINKS), exporter().interrupted(subject.table(), file, options));
    }

    private ItemExporter exporter() {
        return context.session().transfers().exporter();
    }

    private void next(ExportFormViewModel form, FoundExport found) {
        if (found.exists() && !form.isReplaceConfirmed() && !context.dialogs().confirm(
                TEXT.get("export.replace.title"), TEXT.get("export.replace.text", form.path()), TEXT.get("export.replace.action"))) {
            ask(form);
            return;
        }
        boolean resume = false;
        if (found.read() >= 0) {
            String again = TEXT.get("resume.action");
            Optional<String> chosen =
                    context.dialogs().choose(TEXT.get("export.resume.title"), TEXT.get("export.resume.text", found.read()),
                            TEXT.get("resume.cancel"), again, TEXT.get("resume.over"));
            if (chosen.isEmpty()) {
                return;
            }
            resume = chosen.get().equals(again);
        }
        run(form.path(), form.options(resume, found.exists()));
    }

    private void run(Path file, ExportOptions options) {
        jobs.start(
                TEXT.get("export.job", subject.table()), progress -> exporter().export(subject.table(), file, options, progress),
                this::done);
    }

    private void done(ExportResult result) {
        String text = TEXT.get("export.done", result.items(), result.file().getFileName(), Formats.bytes(result.bytes()),
                Formats.capacity(result.consumedReadCapacity()));
        long gone = subject.about() - result.items();
        String whole = gone > 0 ? text + " " + TEXT.get("export.gone", gone) : text;
        context.notices().done(whole, TEXT.get("folder.action"), () -> FolderOpener.open(context, result.file()));
    }
}
