package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The content of the dialog that shows what an import would change, and asks how to do it. */
final class ImportForm extends VBox {
    private static final Messages TEXT = Messages.of(ImportForm.class);

    ImportForm(UiContext context, ImportFormViewModel form) {
        FormGrid grid = new FormGrid();
        LockedNote locked = new LockedNote();
        locked.follow(context.lock());
        grid.wide(locked);
        grid.note(new ReadOnlyStringWrapper(TEXT.get("import.what", form.file().getFileName(), form.found().read(), form.table())));
        grid.wide(new ImportDifferencesView(form));
        if (form.changed() + form.unchanged() > 0) {
            grid.choice("import-conflict", "import.conflict", ConflictMode.class, form.conflictProperty(), ImportForm::words);
        }
        if (form.found().rejected() > 0) {
            grid.add("import.rejects", new FileField(
                    "import-rejects", form.rejectsProperty(), TEXT.get("import.rejects.prompt"), () -> choose(context, form)));
        }
        grid.text("import-rate", "form.write-rate", form.rateProperty(), TEXT.get("form.rate.prompt"));
        if (form.found().resumed() > 0) {
            CheckBox resume = new CheckBox(TEXT.get("import.resume.text", form.found().resumed()));
            resume.setId("import-resume");
            resume.setWrapText(true);
            resume.selectedProperty().bindBidirectional(form.resumeProperty());
            grid.add("import.resume", resume);
        }
        grid.note(form.summary());
        grid.note(form.errorProperty(), "field-error");
        getChildren().setAll(grid);
    }

    private static String words(ConflictMode mode) {
        return TEXT.get("conflict." + mode.name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String choose(UiContext context, ImportFormViewModel form) {
        String name = form.file().getFileName() + ".rejects.json";
        return context.dialogs().saveFile(TEXT.get("import.rejects.choose"), name, TEXT.get("file.kind"), "*.*")
                .map(Path::toString)
                .orElse(null);
    }
}
