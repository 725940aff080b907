package dev.switchboard.ui.common.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowOpenerTest {
    private final List<String> opened = new ArrayList<>();
    private TableView<String> table;
    private Stage stage;

    @BeforeEach
    void open() {
        table = Fx.onFx(() -> {
            TableView<String> made = new TableView<>();
            TableColumn<String, String> column = new TableColumn<>("Name");
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
            made.getColumns().add(column);
            made.getItems().setAll("a", "b", "c");
            made.getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.MULTIPLE);
            RowOpener.install(made, opened::add);
            return made;
        });
        stage = Screenshots.show(Fx.onFx(() -> new StackPane(table)), 300, 300);
    }

    @AfterEach
    void close() {
        Fx.onFx(stage::hide);
    }

    private void press(boolean control) {
        Fx.onFx(() -> Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, control, false, false)));
    }

    @Test
    void enterOpensTheChosenRow() {
        press(false);
        assertThat(opened).isEmpty();
        Fx.onFx(() -> table.getSelectionModel().select(1));
        press(true);
        assertThat(opened).as("another key").isEmpty();
        press(false);
        assertThat(opened).containsExactly("b");
    }

    @Test
    void aDoubleClickOpensTheRowBelowIt() {
        Fx.onFx(() -> table.lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .filter(row -> "c".equals(row.getItem()) || row.isEmpty())
                .forEach(row -> Event.fireEvent(row, new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 2,
                        false, false, false, false, false, false, false, false, false, true, null))));
        assertThat(opened).containsExactly("c");
    }

    @Test
    void aListOpensTheChosenRowByEnterAndByADoubleClickOnARowOnly() {
        ListView<String> list = Fx.onFx(() -> {
            ListView<String> made = new ListView<>();
            made.getItems().setAll("a", "b");
            RowOpener.install(made, opened::add);
            return made;
        });
        Stage stage = Screenshots.show(list, 300, 300);
        Fx.onFx(() -> {
            list.getSelectionModel().select("b");
            Event.fireEvent(list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertThat(opened).containsExactly("b");
        Fx.onFx(() -> {
            for (Node node : list.lookupAll(".list-cell")) {
                ListCell<?> cell = (ListCell<?>) node;
                if (cell.isEmpty() || "b".equals(cell.getItem())) {
                    Event.fireEvent(cell, new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 2, false, false, false,
                            false, false, false, false, false, false, true, new PickResult(cell, 1, 1)));
                }
            }
            stage.hide();
        });
        assertThat(opened).as("once, and not below the last row").containsExactly("b", "b");
    }

    @Test
    void theChosenRowsSurviveNewRows() {
        SelectionKeeper<String> keeper = new SelectionKeeper<>(table, row -> row.substring(0, 1));
        Fx.onFx(() -> {
            table.getSelectionModel().select("c");
            table.getSelectionModel().select("a");
            keeper.replacing(() -> table.getItems().setAll("0", "a2", "b2", "c2"));
        });
        assertThat(table.getSelectionModel().getSelectedItems()).containsExactlyInAnyOrder("a2", "c2");
        assertThat(table.getSelectionModel().getSelectedItem()).as("the details are about the last one").isEqualTo("a2");
        Fx.onFx(() -> keeper.replacing(() -> table.getItems().setAll("c3")));
        assertThat(table.getSelectionModel().getSelectedItems()).containsExactly("c3");
        Fx.onFx(() -> keeper.replacing(() -> table.getItems().setAll("x")));
        assertThat(table.getSelectionModel().getSelectedItems()).isEmpty();
    }
}
