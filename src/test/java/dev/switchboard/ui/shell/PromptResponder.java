package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.testing.Fx;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Answers the dialogs of a window. */
record PromptResponder(ShellFixture window) {
    /** The open dialogs. JavaFX thread only. */
    List<DialogPane> dialogs() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(each -> each instanceof Stage stage && stage.getOwner() == window.stage && stage.isShowing())
                .map(each -> each.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .toList();
    }

    /** Waits for the only dialog. */
    DialogPane question() {
        Fx.waitFor("somebody is asked", () -> dialogs().size() == 1 && dialogs().getFirst().lookup("#answer") != null);
        return Fx.onFx(() -> dialogs().getFirst());
    }

    void awaitEnd(DialogPane dialog) {
        Fx.waitFor("the dialog is gone", () -> !dialogs().contains(dialog));
    }

    void type(DialogPane dialog, String answer) {
        Button confirm = Fx.onFx(() -> (Button) dialog.lookup(".button.accent"));
        assertThat(confirm.isDisabled()).as("with nothing typed").isTrue();
        Fx.onFx(() -> ((PasswordField) dialog.lookup("#answer")).setText(answer));
        assertThat(confirm.isDisabled()).isFalse();
        // The answer can open another dialog, which must not happen inside this call.
        Fx.onFx(() -> Platform.runLater(confirm::fire));
    }

    void cancel(DialogPane dialog) {
        Fx.onFx(() -> Platform.runLater(() -> dialog.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isCancelButton())
                .forEach(type -> ((Button) dialog.lookupButton(type)).fire())));
    }
}
