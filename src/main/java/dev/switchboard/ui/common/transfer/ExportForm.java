package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The content of the dialog that exports items. */
final class ExportForm extends VBox {
    private static final Messages TEXT = Messages.of(ExportForm.class);

    ExportForm(UiContext context, ExportFormViewModel form) {
        FormGrid grid = new FormGrid();
        grid.note(new ReadOnlyStringWrapper(form.subject().what()));
        grid.add("export.file", new FileField("export-file", form.fileProperty(), "", () -> choose(context, form)));
        grid.choice("export-format", "export.format", TransferFormat.class, form.formatProperty(), ExportForm::words);
        grid.note(form.formatProperty().map(format -> TEXT.get("format.hint." + format.code())), "text-muted");
        CheckBox compressed = new CheckBox(TEXT.get("export.compressed.text"));
        compressed.setId("export-compressed");
        compressed.selectedProperty().bindBidirectional(form.compressedProperty());
        grid.add("export.compressed", compressed);
        if (form.subject().isScan()) {
            grid.text("export-segments", "form.segments", form.segmentsProperty(), "1");
        }
        grid.text("export-rate", "form.read-rate", form.rateProperty(), TEXT.get("form.rate.prompt"));
        grid.note(new ReadOnlyStringWrapper(form.estimate()), "text-muted");
        grid.note(form.errorProperty(), "field-error");
        getChildren().setAll(grid);
    }

    static String words(TransferFormat format) {
        return TEXT.get("format." + format.code());
    }

    private static @Nullable String choose(UiContext context, ExportFormViewModel form) {
        String name = form.errorProperty().get().isEmpty() ? String.valueOf(form.path().getFileName()) : form.subject().table();
        Optional<Path> chosen = context.dialogs().saveFile(TEXT.get("export.choose"), name, TEXT.get("file.kind"), "*.*");
        chosen.ifPresent(form::choose);
        return chosen.map(Path::toString).orElse(null);
    }
}
