package dev.switchboard.ui.shell;

import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.help.HelpDock;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The global keyboard shortcuts: Ctrl/Cmd+K, Ctrl/Cmd+1…9, Ctrl/Cmd+F, F1, F5, and Esc. */
final class ShellKeys {
    private final Shell shell;

    ShellKeys(Shell shell) {
        this.shell = shell;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isAltDown() && pressed(event)) {
                event.consume();
            }
        });
    }

    private boolean pressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            return shortcut(event.getCode());
        }
        return switch (event.getCode()) {
            case F5 -> {
                @Nullable ScreenController front = front();
                if (front != null) {
                    front.refresh();
                } else {
                    shell.view().retry();
                }
                yield true;
            }
            case F1 -> {
                shell.view().openHelp();
                yield true;
            }
            case ESCAPE -> escape();
            default -> false;
        };
    }

    private boolean shortcut(KeyCode code) {
        if (code == KeyCode.K) {
            shell.view().palette().toggle();
            return true;
        }
        if (code == KeyCode.F) {
            @Nullable ScreenController front = front();
            if (front != null) {
                front.focusFilter();
            }
            return true;
        }
        if (code.isDigitKey()) {
            int number = Integer.parseInt(code.getName().replaceAll("\\D", ""));
            List<ScreenDefinition> screens = Screens.all();
            if (number >= 1 && number <= screens.size()) {
                shell.open(screens.get(number - 1).id());
            }
            return true;
        }
        return false;
    }

    private boolean escape() {
        if (shell.view().palette().isOpen()) {
            shell.view().palette().close();
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
