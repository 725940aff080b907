package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** A text field over the cell of a table. Enter stages the text, Escape leaves it, and a click elsewhere stages it if it is valid. */
final class CellField {
    private static final Messages TEXT = Messages.of(CellField.class);
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double LEAST_WIDTH = 160;
    private final TextField field;
    private final Popup popup = new Popup();
    private final CellEdit edit;
    private @Nullable Tooltip shownReason;
    private boolean ended;

    private CellField(CellEdit edit) {
        this.edit = edit;
        field = new TextField(edit.text());
        field.setId("cell-field");
        field.setAccessibleText(TEXT.get("editor.value"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        popup.getContent().setAll(field);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.setOnAutoHide(event -> commit());
    }

    /** Shows the field over a cell; returns false if the cell is not visible. */
    static boolean show(TableView<Item> table, TableColumnBase<?, ?> column, Item item, CellEdit edit) {
        @Nullable TableCell<?, ?> cell = cell(table, column, item);
        @Nullable Bounds place = cell == null ? null : cell.localToScreen(cell.getBoundsInLocal());
        if (cell == null || place == null) {
            return false;
        }
        CellField shown = new CellField(edit);
        shown.field.setPrefWidth(Math.max(LEAST_WIDTH, place.getWidth()));
        shown.popup.show(cell, place.getMinX(), place.getMinY());
        shown.popup.setOnHidden(event -> {
            if (shown.shownReason != null) {
                shown.shownReason.hide();
            }
            table.requestFocus();
        });
        table.addEventFilter(ScrollEvent.ANY, event -> shown.popup.hide());
        shown.field.requestFocus();
        shown.field.selectAll();
        return true;
    }

    private static @Nullable TableCell<?, ?> cell(TableView<Item> table, TableColumnBase<?, ?> column, Item item) {
        return table.lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> column.equals(cell.getTableColumn()) && cell.isVisible())
                .filter(cell -> cell.getTableRow() != null && item.equals(cell.getTableRow().getItem()))
                .findFirst()
                .orElse(null);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            ended = true;
            popup.hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (commit()) {
                popup.hide();
            }
            event.consume();
        }
    }

    /** Returns false if the text is not valid; the field says why. */
    private boolean commit() {
        if (ended || field.getText().equals(edit.text())) {
            ended = true;
            return true;
        }
        String problem = edit.commit().apply(field.getText());
        if (problem.isEmpty()) {
            ended = true;
            return true;
        }
        field.pseudoClassStateChanged(INVALID, true);
        Tooltip reason = new Tooltip(problem);
        field.setTooltip(reason);
        field.setAccessibleHelp(problem);
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        if (place != null) {
            reason.setAutoHide(true);
            reason.setHideOnEscape(false);
            shownReason = reason;
            reason.show(field, place.getMinX(), place.getMaxY() + 2);
        }
        return false;
    }
}
