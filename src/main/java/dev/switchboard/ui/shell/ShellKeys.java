package dev.switchboard.ui.shell;

import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.keys.Shortcut;
import dev.switchboard.ui.help.HelpDock;
import dev.switchboard.ui.shell.layer.FocusKeeper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Handles the keyboard shortcuts that work everywhere in the window. */
final class ShellKeys {
    private final Shell shell;

    ShellKeys(Shell shell) {
        this.shell = shell;
    }

    void install(Scene scene) {
        FocusKeeper.install(scene, shell.view().host());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event)) {
                event.consume();
            }
        });
    }

    private boolean pressed(KeyEvent event) {
        int screen = Shortcut.screen(event);
        if (screen >= 1 && screen <= Screens.all().size()) {
            shell.open(Screens.all().get(screen - 1).id());
            return true;
        }
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.place() == Shortcut.Place.EVERYWHERE && shortcut.matches(event)) {
                return run(shortcut);
            }
        }
        if (event.getText().equals("?") && !(event.getTarget() instanceof TextInputControl) && !typesInto(event)) {
            shell.view().sheet().toggle(Screens.all());
            return true;
        }
        return false;
    }

    /** Code is typed into a control that is no text input of JavaFX. */
    private static boolean typesInto(KeyEvent event) {
        return event.getTarget() instanceof Node node && node.getStyleClass().contains("styled-text-area");
    }

    /** Does what a shortcut is for; false if there is nothing to do, so that the control with the focus gets the key. */
    private boolean run(Shortcut shortcut) {
        switch (shortcut) {
            case PALETTE -> shell.view().palette().toggle();
            case FILTER -> focusFilter();
            case REFRESH -> refresh();
            case HELP -> shell.view().openHelp();
            case MENU -> shell.view().openMenu();
            case SHORTCUTS -> shell.view().sheet().toggle(Screens.all());
            case SETTINGS -> shell.open("settings");
            case NOTICES -> shell.view().history().toggle();
            case LOCK -> shell.toggleLock();
            case BACK -> {
                return escape();
            }
            case COPY, COPY_WITH_HEADINGS, RUN, NEW_TAB, CLOSE_TAB -> {
                return false;
            }
        }
        return true;
    }

    private void focusFilter() {
        @Nullable ScreenController front = front();
        if (front != null) {
            front.focusFilter();
        }
    }

    /** Refreshes the screen in front, or tries again what is shown as failed in its place. */
    void refresh() {
        @Nullable ScreenController front = front();
        if (front != null) {
            front.refresh();
        } else {
            shell.view().retry();
        }
    }

    private boolean escape() {
        if (shell.view().palette().isOpen()) {
            shell.view().palette().close();
            return true;
        }
        if (shell.view().sheet().isOpen()) {
            shell.view().sheet().close();
            return true;
        }
        if (shell.view().history().isOpen()) {
            shell.view().history().close();
            return true;
        }
        HelpDock help = shell.view().help();
        @Nullable ScreenController front = front();
        if (!help.isFocusInside() && front != null && front.escape()) {
            return true;
        }
        boolean open = help.isOpen();
        help.close();
        return open;
    }

    private @Nullable ScreenController front() {
        @Nullable OpenSession session = shell.current();
        return session == null ? null : session.front();
    }
}
