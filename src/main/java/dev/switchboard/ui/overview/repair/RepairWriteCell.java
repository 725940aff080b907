package dev.switchboard.ui.overview.repair;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.diff.AttributeChangesTable;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A write of a repair: what it does, and below it the whole key, on as many lines as it needs. */
final class RepairWriteCell extends ListCell<RepairWrite> {
    private static final Messages TEXT = Messages.of(RepairWriteCell.class);
    private final Label kind = new Label();
    private final Label key = new Label();
    private final VBox lines = new VBox(2, kind, key);

    RepairWriteCell() {
        kind.getStyleClass().add("strong");
        key.getStyleClass().add("mono");
        key.setWrapText(true);
        key.setMinHeight(USE_PREF_SIZE);
        // As wide as the list, so that no part is only reached by scrolling sideways.
        setPrefWidth(0);
        getStyleClass().add("repair-write");
    }

    @Override
    protected void updateItem(@Nullable RepairWrite write, boolean empty) {
        super.updateItem(write, empty);
        if (write == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        kind.setText(TEXT.get("write." + write.kind()));
        key.setText(AttributeChangesTable.line(write.key()));
        setAccessibleText(kind.getText() + " " + key.getText());
        setGraphic(lines);
    }
}
