package dev.switchboard.ui.shell.menu;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.keys.Shortcut;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The list of keyboard shortcuts, grouped by where they work. */
final class ShortcutGrid extends GridPane {
    private static final Messages TEXT = Messages.of(ShortcutGrid.class);
    private static final double KEYS_WIDTH = 110;
    private static final double COLUMN_GAP = 12;
    private int row;

    /** @param screens the screens in the order of their numbers */
    ShortcutGrid(List<ScreenDefinition> screens) {
        setId("shortcuts");
        setHgap(COLUMN_GAP);
        setVgap(6);
        for (int pair = 0; pair < 2; pair++) {
            ColumnConstraints keys = new ColumnConstraints();
            keys.setMinWidth(KEYS_WIDTH);
            getColumnConstraints().addAll(keys, new ColumnConstraints());
        }
        for (Shortcut.Place place : Shortcut.Place.values()) {
            heading(0, place.title());
            Arrays.stream(Shortcut.values())
                    .filter(shortcut -> shortcut.place() == place)
                    .forEach(shortcut -> line(0, shortcut.label(), shortcut.title()));
        }
        row = 0;
        heading(2, TEXT.get("shortcuts.screens"));
        for (int number = 1; number <= Math.min(Shortcut.SCREENS, screens.size()); number++) {
            line(2, Shortcut.ofScreen(number).getDisplayText(), screens.get(number - 1).title());
        }
    }

    private void heading(int column, String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        add(label, column, row++, 2, 1);
    }

    private void line(int column, String keys, String text) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        Label what = new Label(text);
        what.setMinWidth(Label.USE_PREF_SIZE);
        add(cap, column, row);
        add(what, column + 1, row++);
    }
}
