package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.VBox;

/** The content of the dialog that shows the format that was found, before the file is compared with the table. */
final class ImportFileForm extends VBox {
    private static final Messages TEXT = Messages.of(ImportFileForm.class);
    private final ObjectProperty<TransferFormat> format = new SimpleObjectProperty<>();

    /** @param found the format that was found */
    ImportFileForm(String table, Path file, TransferFormat found) {
        format.set(found);
        FormGrid grid = new FormGrid();
        grid.note(new ReadOnlyStringWrapper(TEXT.get("import.file.what", file, table)));
        grid.choice("import-format", "export.format", TransferFormat.class, format, ExportForm::words);
        grid.note(format.map(now -> TEXT.get(now == found ? "import.format.found" : "import.format.other")), "text-muted");
        getChildren().setAll(grid);
    }

    TransferFormat format() {
        return format.get();
    }
}
