package dev.switchboard.ui.common.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A table in a window: widths, order, keys, and the row in full. */
class GridTest {
    private record Visit(int number, String at, String who, String text) {}

    private static final String LONG = "a text that is much longer than what fits into a column of a table ".repeat(4) + "end";
    private final GridSettings settings = GridSettings.inMemory();
    private final ObservableList<Visit> rows = FXCollections.observableArrayList(
            new Visit(1, "22 Nov 2026, 17:09:31", "@ada", LONG), new Visit(2, "22 Nov 2026, 17:09:32", "@bruno", "short"),
            new Visit(3, "22 Nov 2026, 17:09:33", "@bela", "short"));
    private final SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
    private @Nullable Stage stage;

    @AfterEach
    void hide() {
        Fx.onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private TableView<Visit> table(double width) {
        TableView<Visit> table = Fx.onFx(() -> {
            TableView<Visit> made = new TableView<>();
            TableColumns.<Visit>of(made, "visits", settings)
                    .text("at", "At", 60, Visit::at)
                    .zoned(zone)
                    .text("who", "Who", 60, Visit::who)
                    .add(GridColumn.<Visit>text("text", "Text", 80, visit -> visit.text().substring(0, Math.min(5, visit.text().length())))
                            .withWhole(Visit::text))
                    .identity(Visit::number)
                    .enterShowsRow()
                    .show(rows);
            return made;
        });
        stage = Fx.onFx(() -> Screenshots.show(new StackPane(table), width, 300));
        Fx.pulse();
        Fx.pulse();
        return table;
    }

    private static TableColumn<Visit, ?> column(TableView<Visit> table, String id) {
        return table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }

    private static void press(TableView<Visit> table, KeyCode code, boolean shortcut) {
        Fx.onFx(() -> Event.fireEvent(table,
                new KeyEvent(table, table, KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
    }

    private static void type(TableView<Visit> table, String character) {
        Fx.onFx(() -> Event.fireEvent(
                table, new KeyEvent(table, table, KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    private static String copied(TableView<Visit> table, String item) {
        return Fx.onFx(() -> {
            table.getContextMenu().getItems().stream().filter(each -> item.equals(each.getId())).findFirst().map(MenuItem::getOnAction)
                    .orElseThrow().handle(null);
            return Clipboard.getSystemClipboard().getString();
        });
    }

    private static List<Scene> inspectors() {
        return Fx.onFx(() -> Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.getRoot().lookup(".row-inspector") != null)
                .toList());
    }

    @Test
    void aTimeIsNotCutWhereTheTableIsTooNarrow() {
        TableView<Visit> narrow = table(220);
        assertThat(Fx.onFx(() -> column(narrow, "at").getWidth())).isGreaterThan(140);
        assertThat(Fx.onFx(() -> column(narrow, "who").getWidth())).isGreaterThan(50);
    }

    @Test
    void aWideTableIsFilled() {
        TableView<Visit> wide = table(900);
        double sum = Fx.onFx(() -> wide.getColumns().stream().mapToDouble(TableColumn::getWidth).sum());
        assertThat(sum).isBetween(850.0, 900.0);
    }

    @Test
    void orderAndVisibilityOfColumnsAreRemembered() {
        TableView<Visit> first = table(600);
        Fx.onFx(() -> {
            first.getColumns().setAll(List.of(column(first, "who"), column(first, "text"), column(first, "at")));
            column(first, "text").setVisible(false);
        });
        TableView<Visit> again = table(600);
        assertThat(again.getColumns()).extracting(TableColumn::getId).containsExactly("who", "text", "at");
        assertThat(column(again, "text").isVisible()).isFalse();
    }

    @Test
    void rowsAreCopiedWholeInTheShownOrder() {
        TableView<Visit> table = table(600);
        Fx.onFx(() -> table.getSelectionModel().select(1));
        assertThat(copied(table, "copy-markdown")).endsWith("| 22 Nov 2026, 17:09:32 | @bruno | short |");
        Fx.onFx(() -> table.getFocusModel().focus(1, column(table, "who")));
        assertThat(copied(table, "copy-cell")).isEqualTo("@bruno");
        press(table, KeyCode.C, true);
        assertThat(Fx.onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("22 Nov 2026, 17:09:32\t@bruno\tshort");
    }

    @Test
    void typingJumpsToARowAndTheRowIsShownInFull() {
        TableView<Visit> table = table(600);
        Fx.onFx(() -> table.requestFocus());
        Fx.onFx(() -> table.getSelectionModel().select(0));
        press(table, KeyCode.SPACE, false);
        Scene inspector = inspectors().getFirst();
        Screenshots.saveScene(inspector, "row-inspector");
        assertThat(values(inspector)).contains(LONG);
        press(table, KeyCode.ENTER, false);
        assertThat(inspectors()).as("one window for a table").hasSize(1);
        Fx.onFx(() -> column(table, "at").setVisible(false));
        type(table, "b");
        assertThat(Fx.onFx(() -> table.getSelectionModel().getSelectedItem().who())).isEqualTo("@bruno");
        type(table, "e");
        assertThat(Fx.onFx(() -> table.getSelectionModel().getSelectedItem().who())).isEqualTo("@bela");
        assertThat(values(inspector)).as("it follows the selection").contains("@bela");
        Fx.onFx(() -> ((StackPane) table.getParent()).getChildren().clear());
        assertThat(inspectors()).as("it closes with the table").isEmpty();
    }

    @Test
    void theWindowOfARowHasTheFrameOfItsEnvironment() {
        TableView<Visit> table = table(600);
        Fx.onFx(() -> {
            table.getParent().getStyleClass().add("window-frame");
            table.getParent().pseudoClassStateChanged(PseudoClass.getPseudoClass("prd"), true);
            table.getSelectionModel().select(0);
        });
        press(table, KeyCode.SPACE, false);
        assertThat(inspectors().getFirst().getRoot().getStyleClass()).contains("prd");
    }

    private static List<String> values(Scene inspector) {
        return Fx.onFx(
                () -> inspector.getRoot().lookupAll(".text-input").stream().map(node -> ((TextInputControl) node).getText()).toList());
    }

    @Test
    void theSelectedRowSurvivesARefresh() {
        TableView<Visit> table = table(600);
        Fx.onFx(() -> table.getSelectionModel().select(1));
        Fx.onFx(() -> rows.setAll(new Visit(4, "now", "@cem", "new"), new Visit(2, "later", "@bruno", "changed")));
        Fx.pulse();
        assertThat(Fx.onFx(() -> table.getSelectionModel().getSelectedItem().text())).isEqualTo("changed");
    }
}
