package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main work without a mouse: set dev up, open a conversation, answer it, and compare the users with the user pool. */
class KeyboardWorkflowTest {
    private static final int MOST_TABS = 60;

    @TempDir
    Path home;

    private static Node focused(ShellFixture window) {
        return Fx.onFx(() -> window.stage.getScene().getFocusOwner());
    }

    /** Presses Tab until a control has the focus; each control on the way has to be shown. */
    private static void tabTo(ShellFixture window, String id) {
        Set<String> passed = new LinkedHashSet<>();
        for (int i = 0; i < MOST_TABS; i++) {
            Node now = focused(window);
            if (now != null && id.equals(now.getId())) {
                return;
            }
            passed.add(String.valueOf(now));
            window.press(KeyCode.TAB);
        }
        throw new AssertionError("Tab did not reach " + id + " but " + passed);
    }

    private static void waitFor(String what, ShellFixture window, String id, BooleanSupplier condition) {
        Fx.waitFor(what, () -> window.shell.root().lookup(id) != null && condition.getAsBoolean());
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean inside(Node node, Node screens) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(screens)) {
                return true;
            }
        }
        return false;
    }

    private static void go(ShellFixture window, KeyCode digit, String screen) {
        window.press(KeyCode.CONTROL, digit);
        Fx.waitFor(screen + " is in front", () -> window.shell.model().screenProperty().get().equals(screen));
    }

    @Test
    void setupConversationAnswerAndCompareNeedNoMouse() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            waitFor("the setup is offered", window, "#start", () -> window.shell.root().lookup("#start").isVisible());
            tabTo(window, "start");
            window.press(KeyCode.SPACE);
            Fx.waitFor("Conversations is in front", () -> window.shell.model().screenProperty().get().equals("conversations"));
            Fx.waitFor("the conversation is open", () -> window.shell.root().lookupAll(".bubble").size() > 1);

            tabTo(window, "words");
            window.press(KeyCode.O);
            window.press(KeyCode.K);
            window.press(KeyCode.ENTER);
            Session session = window.shell.current().context().session();
            TextArea words = (TextArea) focused(window);
            Fx.waitFor("the message is sent", () -> words.getText().isEmpty());
            assertThat(session.lock().isOpen()).isTrue();
            Screenshots.saveScene(window.stage.getScene(), "keyboard-sent");

            tabTo(window, "startNew");
            window.press(KeyCode.SPACE);
            Fx.waitFor("the form is open", () -> window.stage.getScene().getFocusOwner() instanceof TextField field
                    && "receiver".equals(field.getId()));
            window.press(KeyCode.ESCAPE);
            Fx.waitFor("the form is closed", () -> !shown(window.shell.root().lookup("#receiver")));
            Fx.pulse();
            Node after = focused(window);
            assertThat(inside(after, window.shell.view().host())).as("the focus stays in the screen: " + after).isTrue();

            go(window, KeyCode.DIGIT3, "users");
            waitFor("the users are read", window, "#users",
                    () -> ((TableView<?>) window.shell.root().lookup("#users")).getItems().size() > 5);
            tabTo(window, "compare");
            window.press(KeyCode.SPACE);
            Fx.waitFor("they are compared", () -> window.shell.current().context().jobs().running().isEmpty());
            assertThat(focused(window)).as("something keeps the focus").isNotNull();
            tabTo(window, "users");
            window.press(KeyCode.HOME);
            assertThat(Fx.onFx(() -> ((TableView<?>) focused(window)).getSelectionModel().getSelectedIndex())).isNotNegative();
            Screenshots.saveScene(window.stage.getScene(), "keyboard-users");

            window.press(KeyCode.CONTROL, KeyCode.K);
            for (KeyCode key : new KeyCode[] {KeyCode.T, KeyCode.A, KeyCode.B}) {
                window.press(key);
            }
            window.press(KeyCode.ENTER);
            Fx.waitFor("Tables is in front", () -> window.shell.model().screenProperty().get().equals("tables"));
        }
    }
}
