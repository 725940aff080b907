package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.WindowDialogs;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the focus of dialogs begins, which button is the default one, and when a form says what is wrong with it. */
class CreateTableDialogTest {
    private final List<Boolean> answers = new ArrayList<>();

    @AfterEach
    void close() {
        Fx.onFx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private Scene shown(java.util.function.Predicate<WindowDialogs> show) {
        Fx.onFx(() -> Platform.runLater(() -> answers.add(show.test(new WindowDialogs(() -> null, Environment.DEV)))));
        Fx.waitFor("the dialog is shown", () -> Window.getWindows().stream().anyMatch(CreateTableDialogTest::isDialog));
        Fx.pulse();
        return Fx.onFx(() -> Window.getWindows().stream().filter(CreateTableDialogTest::isDialog).findFirst().orElseThrow().getScene());
    }

    private static boolean isDialog(Window window) {
        return window.isShowing() && window.getScene().getRoot() instanceof DialogPane;
    }

    private static Button button(Scene scene, ButtonData kind) {
        DialogPane pane = (DialogPane) scene.getRoot();
        Node node =
                pane.lookupButton(pane.getButtonTypes().stream().filter(type -> type.getButtonData() == kind).findFirst().orElseThrow());
        return (Button) node;
    }

    private static void enter(Scene scene) {
        Fx.onFx(() -> Event.fireEvent(
                scene.getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    @Test
    void opensWithoutAnErrorAndSaysWhatIsMissingWhenTheButtonIsPressed() {
        TableFormViewModel form = new TableFormViewModel("", Set.of("cruddur-messages"));
        Scene scene = shown(dialogs -> {
            Parent content = ViewLoader.fragment(CreateTableController.class, new CreateTableController(form));
            return dialogs.form("New table", content, "Create table",
                    Bindings.createBooleanBinding(() -> !form.errorsProperty().get().none(), form.errorsProperty()));
        });
        assertThat(scene.getFocusOwner().getId()).as("the first field").isEqualTo("name");
        assertThat(scene.lookup("#nameError").isVisible()).isFalse();
        Screenshots.saveScene(scene, "tables-create-opened");
        Fx.onFx(() -> button(scene, ButtonData.OK_DONE).fire());
        assertThat(scene.lookup("#nameError").isVisible()).isTrue();
        assertThat(scene.getWindow().isShowing()).isTrue();
        assertThat(scene.getFocusOwner().getId()).isEqualTo("name");
        Screenshots.saveScene(scene, "tables-create-invalid");
        Fx.onFx(() -> form.nameProperty().set("orders"));
        assertThat(scene.lookup("#nameError").isVisible()).isFalse();
        Fx.onFx(() -> button(scene, ButtonData.OK_DONE).fire());
        Fx.waitFor("it was confirmed", () -> answers.equals(List.of(true)));
    }

    @Test
    void anIndexIsOnlyBlamedOnceItsRowWasLeft() {
        TableFormViewModel form = new TableFormViewModel("orders", Set.of());
        Parent content = Fx.onFx(() -> ViewLoader.fragment(CreateTableController.class, new CreateTableController(form)));
        Scene scene = Screenshots.show(content, 620, 700).getScene();
        Fx.onFx(() -> {
            form.customProperty().set(true);
            form.indexes().add(new IndexFormViewModel());
        });
        Fx.pulse();
        Node error = scene.lookup("#definitionError");
        assertThat(error.isVisible()).as("a new row").isFalse();
        List<Node> fields = Fx.onFx(() -> List.copyOf(scene.lookup("#indexRows").lookupAll(".text-field")));
        Fx.onFx(() -> fields.get(0).requestFocus());
        Fx.onFx(() -> fields.get(1).requestFocus());
        assertThat(error.isVisible()).as("within the row").isFalse();
        Fx.onFx(() -> scene.lookup("#tags").requestFocus());
        assertThat(error.isVisible()).isTrue();
    }

    @Test
    void theSafeButtonOfADestructiveDialogIsTheDefault() {
        Scene scene = shown(dialogs -> dialogs.confirmDestructive("Turn off protection?", "Then it can be dropped.", "Turn off"));
        assertThat(button(scene, ButtonData.CANCEL_CLOSE).isDefaultButton()).isTrue();
        assertThat(button(scene, ButtonData.OK_DONE).isDefaultButton()).isFalse();
        assertThat(scene.getFocusOwner()).isEqualTo(button(scene, ButtonData.CANCEL_CLOSE));
        Screenshots.saveScene(scene, "dialog-destructive");
        enter(scene);
        Fx.waitFor("it was canceled", () -> answers.equals(List.of(false)));
    }

    @Test
    void enterAfterTheTypedNameTakesASecondKey() {
        Scene scene = shown(dialogs -> dialogs.confirmTyped("Drop orders?", "It is destroyed.", "orders", "Drop orders").isPresent());
        assertThat(scene.getFocusOwner().getId()).isEqualTo("typed-word");
        enter(scene);
        assertThat(scene.getWindow().isShowing()).as("nothing was typed").isTrue();
        Fx.onFx(() -> ((javafx.scene.control.TextField) scene.getFocusOwner()).setText("orders"));
        enter(scene);
        assertThat(scene.getWindow().isShowing()).isTrue();
        assertThat(scene.getFocusOwner()).isEqualTo(button(scene, ButtonData.OK_DONE));
        enter(scene);
        Fx.waitFor("it was confirmed", () -> answers.equals(List.of(true)));
    }
}
