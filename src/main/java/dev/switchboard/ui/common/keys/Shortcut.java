package dev.switchboard.ui.common.keys;

import dev.switchboard.text.Messages;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All keyboard shortcuts of the program, from which the keys, the hints in menus and tooltips, and the list of shortcuts are made. */
public enum Shortcut {
    PALETTE(Place.EVERYWHERE, KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    FILTER(Place.EVERYWHERE, KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    REFRESH(Place.EVERYWHERE, KeyCode.F5),
    HELP(Place.EVERYWHERE, KeyCode.F1),
    BACK(Place.EVERYWHERE, KeyCode.ESCAPE),
    MENU(Place.EVERYWHERE, KeyCode.F10),
    SHORTCUTS(Place.EVERYWHERE, KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN),
    SETTINGS(Place.EVERYWHERE, KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
    NOTICES(Place.EVERYWHERE, KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    LOCK(Place.EVERYWHERE, KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    COPY(Place.TABLES, KeyCode.C, KeyCombination.SHORTCUT_DOWN),
    COPY_WITH_HEADINGS(Place.TABLES, KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    RUN(Place.ITEMS_AND_DATABASE, KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
    NEW_TAB(Place.ITEMS_AND_DATABASE, KeyCode.T, KeyCombination.SHORTCUT_DOWN),
    CLOSE_TAB(Place.ITEMS_AND_DATABASE, KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    /** Where a shortcut works. */
    public enum Place {
        EVERYWHERE,
        TABLES,
        ITEMS_AND_DATABASE;

        /** The heading in the list of shortcuts. */
        public String title() {
            return TEXT.get("place." + name());
        }
    }

    /** How many screens have a shortcut, which is the modifier key and their number. */
    public static final int SCREENS = 9;

    private static final Messages TEXT = Messages.of(Shortcut.class);
    private static final List<KeyCombination> NUMBERED = IntStream.rangeClosed(1, SCREENS)
            .<KeyCombination>mapToObj(
                    number -> new KeyCodeCombination(KeyCode.getKeyCode(String.valueOf(number)), KeyCombination.SHORTCUT_DOWN))
            .toList();
    private final Place place;
    @SuppressWarnings("ImmutableEnumChecker") // no combination can be changed
    private final KeyCombination keys;

    Shortcut(Place place, KeyCode code, KeyCombination.Modifier... modifiers) {
        this.place = place;
        keys = new KeyCodeCombination(code, modifiers);
    }

    /** Where it works. */
    public Place place() {
        return place;
    }

    /** The keys, for the accelerator of a menu item. */
    public KeyCombination keys() {
        return keys;
    }

    /** The keys as this platform writes them, such as {@code Ctrl+K} or {@code ⌘K}. */
    public String label() {
        return keys.getDisplayText();
    }

    /** What it does, for the list of shortcuts. */
    public String title() {
        return TEXT.get("shortcut." + name());
    }

    /** Whether these keys were pressed. */
    public boolean matches(KeyEvent event) {
        return keys.match(event);
    }

    /**
     * Returns the keys of a screen.
     *
     * @param number 1 to {@value #SCREENS}
     */
    public static KeyCombination ofScreen(int number) {
        return NUMBERED.get(number - 1);
    }

    /** Returns the number of the screen whose keys were pressed, on the row of digits or on the number pad; 0 if it was none. */
    public static int screen(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown() || event.isShiftDown() || !event.getCode().isDigitKey()) {
            return 0;
        }
        return Integer.parseInt(event.getCode().getName().replaceAll("\\D", ""));
    }
}
