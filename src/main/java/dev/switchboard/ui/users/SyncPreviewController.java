package dev.switchboard.ui.users;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.grid.GridColumn;
import dev.switchboard.ui.common.grid.GridSettings;
import dev.switchboard.users.UserComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
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
        TableColumns.of(changes, "users.sync", GridSettings.inMemory())
                .text("handle", TEXT.get("sync.column.handle"), 150, entry -> "@" + entry.handle())
                .add(id("now", TEXT.get("sync.column.now"), entry -> Objects.requireNonNullElse(entry.previous(), TEXT.get("sync.none"))))
                .add(id("then", TEXT.get("sync.column.then"), entry -> Objects.requireNonNullElse(entry.cognitoSub(), "")))
                .enterShowsRow()
                .show(FXCollections.observableList(entries));
    }

    private static GridColumn<UserComparison.UserMatch> id(String column, String title, Function<UserComparison.UserMatch, String> whole) {
        return GridColumn.<UserComparison.UserMatch>of(column, title, GridColumn.Kind.MONO, 210,
                entry -> UsersColumns.shortened(whole.apply(entry)), Comparator.comparing(whole)).withWhole(GridColumn.nullable(whole));
    }
}
