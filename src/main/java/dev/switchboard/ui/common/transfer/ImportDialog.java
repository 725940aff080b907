package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.transfer.ItemImporter;
import dev.switchboard.transfer.format.FormatDetector;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;

/**
 * Imports a file: finds its format, compares it with the table without writing, shows the differences, and imports it when that is confirmed.
 * JavaFX thread only.
 */
public final class ImportDialog {
    private static final Messages TEXT = Messages.of(ImportDialog.class);
    private static final int MOST_PROBLEMS = 10;
    private final UiContext context;
    private final TransferJobs jobs;
    private final String table;
    private final Runnable changed;

    private ImportDialog(UiContext context, String table, Runnable changed) {
        this.context = context;
        this.table = table;
        this.changed = changed;
        jobs = new TransferJobs(context);
    }

    /**
     * Asks for a file and imports it into a table.
     *
     * @param changed told when items were written or an import was undone
     */
    public static void open(UiContext context, String table, Runnable changed) {
        new ImportDialog(context, table, changed).chooseFile();
    }

    private void chooseFile() {
        context.dialogs().openFile(TEXT.get("import.choose"), TEXT.get("file.kind"), "*.*").ifPresent(file -> jobs.start(
                TEXT.get("import.open", file.getFileName()), progress -> FormatDetector.detect(file), found -> chooseFormat(file, found)));
    }

    private void chooseFormat(Path file, TransferFormat found) {
        ImportFileForm form = new ImportFileForm(table, file, found);
        if (context.dialogs().form(TEXT.get("import.title", table), form, TEXT.get("import.check"), null)) {
            TransferFormat format = form.format();
            ImportOptions dry = ImportOptions.of(format, ConflictMode.REPLACE).dry();
            jobs.start(
                    TEXT.get("import.checking", file.getFileName()),
                    progress -> importer().run(table, file, dry, progress),
                    report -> review(new ImportFormViewModel(table, file, format, report)));
        }
    }

    private ItemImporter importer() {
        return context.session().transfers().importer();
    }

    private void review(ImportFormViewModel form) {
        boolean confirmed = context.dialogs().form(
                TEXT.get("import.title", table), new ImportForm(context, form), TEXT.get("import.action"),
                Bindings.or(form.errorProperty().isNotEmpty(), context.lock().closed()));
        if (confirmed) {
            ImportOptions options = form.options();
            jobs.start(
                    TEXT.get("import.job", form.file().getFileName(), table),
                    progress -> importer().run(table, form.file(), options, progress),
                    report -> done(report, options));
        }
    }

    private void done(ImportReport report, ImportOptions options) {
        String text = TransferReports.words(report, table);
        if (report.change() != null && report.written() > 0) {
            new UndoHandler(context).offer(text, report.change(), changed);
        } else {
            context.notices().done(text);
        }
        if (report.rejected() > 0) {
            context.dialogs().info(TEXT.get("import.rejected.title", report.rejected()), rejected(report.problems(), options));
        }
        changed.run();
    }

    private static String rejected(List<String> problems, ImportOptions options) {
        String first = String.join("\n", problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        return options.rejects() == null ? first : first + "\n\n" + TEXT.get("import.rejected.file", options.rejects());
    }
}
