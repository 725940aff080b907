package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start of dev, from an empty environment to the first conversation. */
class FirstStartTest {
    private static final String SET_UP = "Set everything up";

    @TempDir
    Path home;

    private static Button offer(ShellFixture window) {
        return window.shell.root().lookupAll(".state-action").stream()
                .filter(node -> node instanceof Button button && button.getText().equals(SET_UP + "…") && shown(node))
                .map(Button.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static DialogPane asked() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Button start(ShellFixture window) {
        return (Button) window.shell.root().lookup("#start");
    }

    @Test
    void oneButtonLeadsFromTheFirstStartToTheFirstConversation() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Fx.waitFor("the welcome is shown", () -> start(window) != null && shown(start(window)));
            Fx.waitFor("it says what it writes", () -> window.shell.root().lookup("#setup-conversation .text-small") != null);
            Screenshots.saveScene(window.stage.getScene(), "first-start-welcome");
            assertThat(Fx.onFx(() -> window.shell.root().lookup(".note.danger"))).as("nothing is wrong").isNull();
            assertThat(Fx.onFx(() -> start(window).getText())).isEqualTo(SET_UP);

            Fx.onFx(() -> start(window).fire());

            Fx.waitFor("Conversations is open", () -> window.shell.model().screenProperty().get().equals("conversations"));
            Fx.waitFor("the conversation is open", () -> window.shell.root().lookupAll(".bubble").size() > 1);
            Screenshots.saveScene(window.stage.getScene(), "first-start-conversation");
        }
    }

    @Test
    void emptyStatesOfferTheSetupAndObeyTheKeyboard() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            for (String screen : List.of("conversations", "users", "seeding")) {
                Fx.onFx(() -> window.shell.open(screen));
                Fx.waitFor("the setup is offered on " + screen, () -> offer(window) != null);
                Screenshots.saveScene(window.stage.getScene(), "first-start-empty-" + screen);
                Button before = Fx.onFx(() -> offer(window));
                window.press(KeyCode.F5);
                Fx.waitFor("F5 reads again on " + screen, () -> offer(window) != null && offer(window) != before);
            }
            Fx.onFx(() -> offer(window).requestFocus());
            window.press(KeyCode.ENTER);
            Fx.waitFor("it says first what it writes", () -> asked() != null);
            Screenshots.saveScene(Fx.onFx(() -> asked().getScene()), "first-start-asked");
            assertThat(Fx.onFx(() -> asked().lookupAll(".label").stream().map(node -> ((Label) node).getText()))).anyMatch(
                    text -> text.contains(ConversationFileReader.bundled().size() + " messages"));
            Fx.onFx(() -> Platform.runLater(() -> asked().lookupButton(asked().getButtonTypes().getFirst()).fireEvent(new ActionEvent())));
            Fx.waitFor("Overview runs the setup", () -> window.shell.model().screenProperty().get().matches("overview|conversations"));
            Fx.waitFor("the conversation is open", () -> window.shell.model().screenProperty().get().equals("conversations"));
        }
    }
}
