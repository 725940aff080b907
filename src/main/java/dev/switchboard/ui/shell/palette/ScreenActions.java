package dev.switchboard.ui.shell.palette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Cell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What can be done on the screen in front, as entries of the palette. Read from the controls, so that an entry is there exactly when its
 * button can be pressed, and does the same. JavaFX thread only.
 */
public final class ScreenActions {
    private static final String ICON = "fth-corner-down-right";
    private final Map<String, PaletteEntry> found = new LinkedHashMap<>();
    private final String screen;

    private ScreenActions(String screen) {
        this.screen = screen;
    }

    /**
     * Returns the actions of a screen.
     *
     * @param screen the title of the screen
     */
    public static List<PaletteEntry> of(Parent root, String screen) {
        ScreenActions actions = new ScreenActions(screen);
        actions.collect(root);
        return new ArrayList<>(actions.found.values());
    }

    private void collect(Node node) {
        if (!node.isVisible() || node instanceof Cell<?> || node instanceof ScrollBar) {
            return;
        }
        switch (node) {
            case Button button -> {
                if (!button.isDisabled()) {
                    add(name(button.getText(), button.getAccessibleText()), icon(button.getGraphic()), button::fire);
                }
            }
            case MenuButton menu -> {
                if (!menu.isDisabled()) {
                    items(menu.getItems());
                }
            }
            case TabPane tabs -> {
                @Nullable Node content = tabs.getSelectionModel().getSelectedItem() == null
                        ? null
                        : tabs.getSelectionModel().getSelectedItem().getContent();
                if (content != null) {
                    collect(content);
                }
            }
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::collect);
            default -> {}
        }
    }

    private void items(List<MenuItem> items) {
        for (MenuItem item : items) {
            if (item.isVisible() && !item.isDisable() && item.getOnAction() != null) {
                add(name(item.getText(), null), icon(item.getGraphic()), item::fire);
            }
        }
    }

    private static String name(@Nullable String text, @Nullable String accessible) {
        if (text != null && !text.isBlank()) {
            return text;
        }
        return accessible == null ? "" : accessible;
    }

    private static String icon(@Nullable Node graphic) {
        return graphic instanceof FontIcon icon ? icon.getIconLiteral() : ICON;
    }

    private void add(String name, String icon, Runnable run) {
        if (!name.isBlank()) {
            found.putIfAbsent(name, new PaletteEntry(name, screen, icon, run));
        }
    }
}
