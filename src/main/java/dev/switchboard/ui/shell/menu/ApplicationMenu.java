package dev.switchboard.ui.shell.menu;

import dev.switchboard.ui.shell.palette.PaletteEntry;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The menu of the window: the menu bar of the system on macOS, and elsewhere a button in the header, as a bar of its own would take a line
 * from every screen. Filled when it opens, so that the start does not wait for it and it offers what is possible then.
 */
public final class ApplicationMenu {
    /**
     * A submenu.
     *
     * @param title its label
     * @param entries called each time the menu opens; a submenu without entries is not shown
     */
    public record Section(String title, Supplier<List<PaletteEntry>> entries) {}

    private ApplicationMenu() {}

    /** Whether this platform has one menu bar for all windows. */
    public static boolean systemWide() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    /** Lets a button open the menu. */
    public static void fill(MenuButton button, List<Section> sections) {
        button.setOnShowing(event -> button.getItems().setAll(sections.stream()
                .map(ApplicationMenu::menu)
                .filter(menu -> !menu.getItems().isEmpty())
                .toList()));
        // A menu without items does not open, so that it begins with one that the first opening replaces.
        button.getItems().setAll(List.of(new Menu("")));
    }

    /** Returns the menu bar of the system. */
    public static MenuBar bar(List<Section> sections) {
        MenuBar bar = new MenuBar();
        bar.setUseSystemMenuBar(true);
        for (Section section : sections) {
            Menu menu = new Menu(section.title());
            menu.setOnShowing(event -> menu.getItems().setAll(items(section)));
            menu.getItems().setAll(List.of(new MenuItem("")));
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private static Menu menu(Section section) {
        Menu menu = new Menu(section.title());
        menu.getItems().setAll(items(section));
        return menu;
    }

    private static List<MenuItem> items(Section section) {
        return section.entries().get().stream().map(ApplicationMenu::item).toList();
    }

    private static MenuItem item(PaletteEntry entry) {
        MenuItem item = new MenuItem(entry.title(), systemWide() ? null : new FontIcon(entry.icon()));
        // The window handles the keys before the menu does, also while the menu has not been opened yet.
        item.setAccelerator(entry.keys());
        item.setOnAction(event -> entry.run().run());
        return item;
    }
}
