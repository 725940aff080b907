package dev.switchboard.ui.common;

import dev.switchboard.settings.Environment;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A dialog that asks for one line of secret text, which is masked. JavaFX thread only. */
public final class Question {
    private final PasswordField field = new PasswordField();
    private final DialogFrame frame;

    Question(@Nullable Window owner, Environment environment, String title, Label label, Label note, String actionName) {
        field.setId("answer");
        label.setLabelFor(field);
        note.getStyleClass().addAll("text-muted", "text-small");
        VBox content = new VBox(4, label, field, note);
        frame = new DialogFrame(owner, environment, title, content, actionName, false)
                .invalidWhile(field.textProperty().isEmpty())
                .focus(field);
    }

    /** Shows the dialog and waits; empty if it was canceled or withdrawn. */
    public Optional<String> answer() {
        return frame.confirmed() ? Optional.of(field.getText()) : Optional.empty();
    }

    /** Closes the dialog because the answer is no longer needed; no effect once it is answered. */
    public void withdraw() {
        frame.withdraw();
    }
}
