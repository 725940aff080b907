package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.form.FormErrors;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the form that restores a backup. */
final class RestoreController {
    private static final Messages TEXT = Messages.of(RestoreController.class);
    private final RestoreFormViewModel model;
    private final ZoneId zone;
    @FXML private VBox form;
    @FXML private Label about;
    @FXML private TextField name;
    @FXML private Label hint;
    @FXML private Label error;
    @FXML private HBox problem;
    @FXML private Label problemText;
    @FXML private Button useFree;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    RestoreController(RestoreFormViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    @FXML
    void initialize() {
        BackupFile backup = model.backup();
        about.setText(TEXT.get("restore.about", backup.table(), backup.items(), Formats.zoned(backup.at(), zone)));
        name.textProperty().bindBidirectional(model.nameProperty());
        new FormErrors(form).add(error, model.errorProperty(), name);
        NodeVisibility.text(hint, model.hintProperty());
        problemText.textProperty().bind(model.problemProperty());
        NodeVisibility.when(problem, model.problemProperty().isNotEmpty());
        String free = model.freeName();
        useFree.setText(TEXT.get("restore.use", free));
        useFree.setOnAction(event -> {
            model.nameProperty().set(free);
            name.requestFocus();
        });
    }
}
