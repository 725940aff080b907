package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.keys.Shortcut;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellMenuTest {
    @TempDir
    Path home;

    private static List<Menu> menus(ShellFixture window) {
        return Fx.onFx(() -> ((MenuButton) window.shell.root().lookup(".application-menu")).getItems().stream()
                .map(Menu.class::cast)
                .toList());
    }

    private static MenuItem item(ShellFixture window, String text) {
        return menus(window).stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> item.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + text));
    }

    @Test
    void menuOpensByAKeyAndOffersScreensTheScreensActionsAndTheirKeys() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            Fx.waitFor("Tables is in front", () -> window.shell.model().screenProperty().get().equals("tables"));
            Fx.waitFor("its buttons are shown", () -> window.shell.view().host().lookup("#refresh") != null);
            window.press(KeyCode.F10);
            assertThat(menus(window)).extracting(Menu::getText).containsExactly("Go to", "On this screen", "Environment", "View", "Help");
            assertThat(item(window, "Users").getAccelerator()).isEqualTo(Shortcut.ofScreen(3));
            assertThat(item(window, "Refresh this screen").getAccelerator()).isEqualTo(Shortcut.REFRESH.keys());
            assertThat(menus(window).get(1).getItems()).extracting(MenuItem::getText).anyMatch(text -> text.startsWith("Create"));
            Fx.onFx(() -> item(window, "Users").fire());
            Fx.waitFor("Users is in front", () -> window.shell.model().screenProperty().get().equals("users"));
        }
    }

    @Test
    void listOfShortcutsHasAllOfThemAndReturnsTheFocus() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Node before = Fx.onFx(() -> window.stage.getScene().getFocusOwner());
            window.press(KeyCode.CONTROL, KeyCode.SLASH);
            assertThat(window.shell.view().sheet().isOpen()).isTrue();
            List<String> texts = Fx.onFx(() -> window.shell.root().lookup("#shortcuts").getParent().lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());
            assertThat(texts).containsAll(Arrays.stream(Shortcut.values()).map(Shortcut::label).toList());
            assertThat(texts).containsAll(Arrays.stream(Shortcut.values()).map(Shortcut::title).toList());
            assertThat(texts).contains(Shortcut.ofScreen(1).getDisplayText(), "Conversations");
            Screenshots.saveScene(window.stage.getScene(), "shell-shortcuts");
            window.press(KeyCode.ESCAPE);
            assertThat(window.shell.view().sheet().isOpen()).isFalse();
            assertThat(Fx.onFx(() -> window.stage.getScene().getFocusOwner())).isEqualTo(before);
        }
    }

    @Test
    void lockKeyAsksToUnlockOnlyWhereThatIsRequired() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            assertThat(Fx.onFx(() -> window.shell.current().context().lock().openProperty().get())).isTrue();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            assertThat(window.shell.view().history().isOpen()).isTrue();
            window.press(KeyCode.CONTROL, KeyCode.COMMA);
            assertThat(window.screen()).isEqualTo("settings");
        }
    }
}
