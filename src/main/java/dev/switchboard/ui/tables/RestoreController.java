package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Binds the form that restores a backup. */
final class RestoreController {
    private static final Messages TEXT = Messages.of(RestoreController.class);
    private final RestoreFormViewModel form;
    private final ZoneId zone;
    @FXML private Label about;
    @FXML private TextField name;
    @FXML private Label hint;
    @FXML private Label error;

    RestoreController(RestoreFormViewModel form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
    }

    @FXML
    void initialize() {
        BackupFile backup = form.backup();
        about.setText(TEXT.get("restore.about", backup.table(), backup.items(), Formats.zoned(backup.at(), zone)));
        name.textProperty().bindBidirectional(form.nameProperty());
        hint.textProperty().bind(form.hintProperty());
        error.textProperty().bind(form.errorProperty());
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        hint.visibleProperty().bind(Bindings.not(error.visibleProperty()));
        hint.managedProperty().bind(hint.visibleProperty());
    }
}
