package dev.switchboard.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class ScreenActionsTest {
    private final List<String> run = new ArrayList<>();

    private Button button(String text) {
        Button button = new Button(text);
        button.setOnAction(event -> run.add(text));
        return button;
    }

    @Test
    void offersWhatCanBePressedNowAndPressesIt() {
        List<PaletteEntry> entries = Fx.onFx(() -> {
            Button disabled = button("Delete");
            disabled.setDisable(true);
            Button hidden = button("Restore");
            hidden.setVisible(false);
            Button icon = button("");
            icon.setText(null);
            icon.setAccessibleText("Refresh");
            MenuItem export = new MenuItem("Export…");
            export.setOnAction(event -> run.add("Export…"));
            MenuItem off = new MenuItem("Import…");
            off.setOnAction(event -> run.add("Import…"));
            off.setDisable(true);
            TabPane tabs = new TabPane(new Tab("First", button("On the first tab")), new Tab("Second", button("On the second tab")));
            VBox root = new VBox(button("Create table…"), disabled, hidden, icon, new MenuButton("More", null, export, off), tabs);
            return ScreenActions.of(root, "Tables");
        });
        assertThat(entries).extracting(PaletteEntry::title).containsExactly("Create table…", "Refresh", "Export…", "On the first tab");
        assertThat(entries).extracting(PaletteEntry::hint).containsOnly("Tables");
        Fx.onFx(() -> entries.forEach(entry -> entry.run().run()));
        assertThat(run).containsExactly("Create table…", "", "Export…", "On the first tab");
    }
}
