package dev.switchboard.ui.database;

import dev.switchboard.failure.Explanation;
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LockViewModel;
import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds the card with the database backups. */
final class BackupsController {
    private static final Messages TEXT = Messages.of(BackupsController.class);
    private static final double ROW = 48;
    private static final int MOST_ROWS = 3;
    private final DatabaseBackupsViewModel model;
    private final LockViewModel lock;
    private final ObservableValue<ZoneId> zone;

    @FXML private Button write;

    @FXML private Label none;

    @FXML private ListView<DatabaseBackup> list;

    /** @param zone the time zone of displayed times */
    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    BackupsController(DatabaseBackupsViewModel model, LockViewModel lock, ObservableValue<ZoneId> zone) {
        this.model = model;
        this.lock = lock;
        this.zone = zone;
    }

    @FXML
    void initialize() {
        write.disableProperty().bind(model.runningProperty());
        write.setOnAction(event -> model.backUp());
        list.setFixedCellSize(ROW);
        list.setItems(model.backups());
        list.setCellFactory(list -> new BackupCell());
        model.backups().addListener((ListChangeListener<DatabaseBackup>) change -> show(model.failureProperty().get()));
        model.failureProperty().subscribe(this::show);
        zone.addListener((observable, old, now) -> list.refresh());
    }

    private void show(@Nullable Explanation failure) {
        boolean empty = model.backups().isEmpty();
        none.setText(failure == null ? TEXT.get("backups.none") : failure.sentence() + " " + failure.remedy());
        none.setVisible(empty || failure != null);
        none.setManaged(none.isVisible());
        list.setVisible(!empty);
        list.setManaged(!empty);
        double height = ROW * Math.min(MOST_ROWS, model.backups().size()) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
    }

    private final class BackupCell extends ListCell<DatabaseBackup> {
        @Override
        protected void updateItem(@Nullable DatabaseBackup backup, boolean empty) {
            super.updateItem(backup, empty);
            setGraphic(empty || backup == null ? null : row(backup));
        }
    }

    private Node row(DatabaseBackup backup) {
        Label title = new Label(backup.database());
        title.getStyleClass().add("strong");
        Label text = new Label(TEXT.get(
                "backups.row",
                Formats.zoned(backup.at(), zone.getValue()),
                Formats.count(backup.rows()),
                backup.tables(),
                Formats.bytes(backup.bytes())));
        text.getStyleClass().addAll("text-muted", "text-small");
        VBox words = new VBox(2, title, text);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button restore = new Button(TEXT.get("backups.restore"));
        restore.setAccessibleText(TEXT.get("backups.restore-what", backup.file().getFileName()));
        restore.getStyleClass().add("small");
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.disableProperty().bind(model.runningProperty().or(lock.closed()));
        restore.setOnAction(event -> model.restore(backup));
        HBox line = new HBox(8, words, restore);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
