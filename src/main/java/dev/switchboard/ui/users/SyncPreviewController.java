package dev.switchboard.ui.users;

import dev.switchboard.text.Messages;
import dev.switchboard.users.UserComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Binds the preview of a sync: each user with the current and the new Cognito ID. */
final class SyncPreviewController {
    private static final Messages TEXT = Messages.of(SyncPreviewController.class);
    private final UserComparison comparison;
    @FXML private Label sentence;
    @FXML private Label leftAlone;
    @FXML private TableView<UserComparison.UserMatch> changes;

    SyncPreviewController(UserComparison comparison) {
        this.comparison = comparison;
    }

    @FXML
    void initialize() {
        sentence.setText(TEXT.get("sync.sentence", comparison.added().size(), comparison.changed().size()));
        int others = comparison.unknownHandle().size() + comparison.noHandle().size() + comparison.duplicateHandle().size();
        int incomplete = comparison.incomplete().size();
        leftAlone.setText(Stream.of(others == 0 ? "" : TEXT.get("sync.left-alone", others),
                incomplete == 0 ? "" : TEXT.get("sync.incomplete", incomplete)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")));
        leftAlone.setVisible(others + incomplete > 0);
        leftAlone.setManaged(others + incomplete > 0);
        List<UserComparison.UserMatch> entries = new ArrayList<>(comparison.changed());
        entries.addAll(comparison.added());
        changes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("sync.column.handle", 150, false, entry -> "@" + entry.handle());
        column("sync.column.now", 210, true, entry -> Objects.requireNonNullElse(entry.previous(), TEXT.get("sync.none")));
        column("sync.column.then", 210, true, entry -> Objects.requireNonNullElse(entry.cognitoSub(), ""));
        changes.setItems(FXCollections.observableList(entries));
    }

    private void column(String title, double width, boolean id, Function<UserComparison.UserMatch, String> text) {
        TableColumn<UserComparison.UserMatch, String> column = new TableColumn<>(TEXT.get(title));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(id ? UsersColumns.shortened(text.apply(row.getValue())) : text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        if (id) {
            column.getStyleClass().add("mono-column");
        }
        changes.getColumns().add(column);
    }
}
