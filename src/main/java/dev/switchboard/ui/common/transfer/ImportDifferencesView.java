package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.diff.AttributeChangesTable;
import dev.switchboard.ui.common.transfer.ImportDifferences.Difference;
import dev.switchboard.ui.common.transfer.ImportDifferences.Kind;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The differences of a file and a table: the kinds above, the items on the left, the attributes of the selected one on the right. */
final class ImportDifferencesView extends VBox {
    private static final Messages TEXT = Messages.of(ImportDifferencesView.class);
    private final ImportFormViewModel form;
    private final ListView<Difference> items = new ListView<>();
    private final AttributeChangesTable attributes = new AttributeChangesTable(TEXT.get("diff.before"), TEXT.get("diff.after"));
    private final Label cut = new Label();

    ImportDifferencesView(ImportFormViewModel form) {
        this.form = form;
        setSpacing(8);
        HBox kinds = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (Kind kind : Kind.values()) {
            long count = ImportDifferences.count(form, kind);
            ToggleButton button = new ToggleButton(ImportDifferences.title(kind, count));
            button.setId("diff-" + kind.name().toLowerCase(Locale.ROOT));
            button.setDisable(count == 0);
            button.setToggleGroup(group);
            button.getStyleClass().add(kind == Kind.CREATED ? "left-pill" : kind == Kind.REJECTED ? "right-pill" : "center-pill");
            button.setOnAction(event -> {
                button.setSelected(true);
                show(kind);
            });
            kinds.getChildren().add(button);
            if (count > 0 && group.getSelectedToggle() == null) {
                button.setSelected(true);
                show(kind);
            }
        }
        items.setId("diff-items");
        items.setAccessibleText(TEXT.get("diff.items"));
        items.setCellFactory(list -> cell());
        items.getSelectionModel().selectedItemProperty()
                .subscribe(row -> attributes.show(row == null ? List.of() : row.changes()));
        attributes.setId("diff-attributes");
        SplitPane panes = new SplitPane(items, attributes);
        panes.setDividerPositions(0.38);
        panes.getStyleClass().add("import-differences");
        cut.getStyleClass().add("text-muted");
        getChildren().setAll(kinds, panes, cut);
    }

    private void show(Kind kind) {
        List<Difference> rows = ImportDifferences.of(form.found(), kind);
        items.getItems().setAll(rows);
        items.getSelectionModel().selectFirst();
        boolean some = rows.size() < ImportDifferences.count(form, kind);
        cut.setText(some ? TEXT.get("diff.cut", rows.size(), ImportDifferences.count(form, kind)) : "");
        cut.setVisible(some);
        cut.setManaged(some);
    }

    private static ListCell<Difference> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Difference row, boolean empty) {
                super.updateItem(row, empty);
                setText(row == null || empty ? null : AttributeChangesTable.line(row.text()));
                setTooltip(row == null || empty ? null : new Tooltip(AttributeChangesTable.line(row.text())));
            }
        };
    }
}
