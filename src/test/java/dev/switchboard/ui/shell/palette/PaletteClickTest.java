package dev.switchboard.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class PaletteClickTest {
    private static void click(Node node) {
        Fx.onFx(() -> Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_CLICKED, 4, 4, 4, 4, MouseButton.PRIMARY, 1, false, false,
                false, false, true, false, false, true, false, true, null)));
    }

    @Test
    void onlyAClickOnARowRunsItsEntry() {
        List<String> run = new ArrayList<>();
        StackPane layer = Fx.onFx(() -> new StackPane());
        Palette palette = Fx.onFx(() -> new Palette(layer, TestPalette.recent()));
        Stage stage = Screenshots.show(layer, 700, 500);
        Fx.onFx(() -> {
            palette.offer(() -> IntStream.range(0, 30)
                    .mapToObj(i -> new PaletteEntry("Entry " + i, "", "fth-circle", () -> run.add("entry " + i)))
                    .toList(), opened -> {});
            palette.open();
        });
        Fx.waitFor("rows are shown", () -> layer.lookup(".scroll-bar:vertical") != null && layer.lookupAll(".list-cell").size() > 4);
        click(layer.lookup(".scroll-bar:vertical"));
        click(layer.lookup("#palette-list"));
        assertThat(Fx.onFx(palette::isOpen)).as("the scroll bar and the list itself run nothing").isTrue();
        ListCell<?> third = Fx.onFx(() -> layer.lookupAll(".list-cell").stream()
                .map(cell -> (ListCell<?>) cell)
                .filter(cell -> cell.getIndex() == 2)
                .findFirst()
                .orElseThrow());
        click(third);
        Fx.waitFor("its entry is run", () -> !run.isEmpty());
        assertThat(run).containsExactly("entry 2");
        assertThat(Fx.onFx(palette::isOpen)).isFalse();
        Fx.onFx(stage::hide);
    }

    @Test
    void firstMatchIsHighlightedAfterEachKeyAndNothingScrollsSideways() {
        StackPane layer = Fx.onFx(() -> new StackPane());
        Palette palette = Fx.onFx(() -> new Palette(layer, TestPalette.recent()));
        Stage stage = Screenshots.show(layer, 700, 500);
        Fx.onFx(() -> {
            palette.offer(() -> IntStream.range(0, 30)
                    .mapToObj(i -> new PaletteEntry("Entry " + i + " with a long title that has no room in one line".repeat(3), "Ctrl+1",
                            "fth-circle",
                            () -> {}))
                    .toList(), opened -> {});
            palette.open();
        });
        ListView<?> list = (ListView<?>) Fx.onFx(() -> layer.lookup("#palette-list"));
        Fx.waitFor("rows are shown", () -> layer.lookupAll(".list-cell").size() > 4);
        Fx.onFx(() -> ((TextField) layer.lookup("#palette-field")).setText("2"));
        assertThat(Fx.onFx(() -> list.getSelectionModel().getSelectedIndex())).isZero();
        Fx.onFx(() -> ((TextField) layer.lookup("#palette-field")).setText("29"));
        assertThat(Fx.onFx(() -> list.getSelectionModel().getSelectedIndex())).isZero();
        Fx.pulse();
        assertThat(Fx.onFx(() -> layer.lookup(".scroll-bar:horizontal").isVisible())).isFalse();
        Screenshots.saveScene(stage.getScene(), "shell-palette-typed");
        Fx.onFx(stage::hide);
    }
}
