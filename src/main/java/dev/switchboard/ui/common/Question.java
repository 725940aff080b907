package dev.switchboard.ui.common;

import dev.switchboard.settings.Environment;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** One secret line of text that is asked for; what is typed is not shown. JavaFX thread only. */
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

    /** Shows it and waits; empty where it was cancelled or taken back. */
    public Optional<String> answer() {
        return frame.confirmed() ? Optional.of(field.getText()) : Optional.empty();
    }

    /** Takes it back, because nobody waits for the answer any more; harmless once it is answered. */
    public void withdraw() {
        frame.withdraw();
    }
}
