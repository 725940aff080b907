package dev.switchboard.ui.conversations;

import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.UiContext;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Binds the composer for the selected conversation. */
final class ComposerController {
    private static final Messages TEXT = Messages.of(ComposerController.class);
    private final ComposerViewModel model;
    private final UiContext context;

    @FXML private LockedNote locked;
    @FXML private HBox failureNote;
    @FXML private Label failure;
    @FXML private Button again;
    @FXML private TextArea words;
    @FXML private StackPane sendHolder;
    @FXML private Button send;
    @FXML private Label problem;
    @FXML private Label note;
    @FXML private Label left;

    ComposerController(ComposerViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        locked.follow(context.lock());
        words.textProperty().bindBidirectional(model.textProperty());
        StringBinding prompt = NodeVisibility.words(model.senderProperty(), user -> TEXT.get("composer.prompt", user.handle()));
        words.promptTextProperty().bind(prompt);
        words.accessibleTextProperty().bind(prompt);
        TextAreas.enterSends(words, this::send);
        TextAreas.growWithText(words, 6);
        BooleanBinding cannot = model.disabledReasonProperty().isNotEmpty().or(context.lock().closed());
        send.disableProperty().bind(cannot);
        again.disableProperty().bind(cannot);
        NodeVisibility.tooltip(sendHolder, disabledReason());
        NodeVisibility.text(problem, model.problemProperty());
        NodeVisibility.text(note, model.noteProperty());
        CharacterCounter.show(left, model.textProperty());
        NodeVisibility.whenThere(failureNote, model.failureProperty());
        failure.textProperty().bind(NodeVisibility.words(model.failureProperty(), why -> TEXT.get("composer.not-sent", why.sentence())));
    }

    private StringBinding disabledReason() {
        return Bindings.createStringBinding(
                () -> context.lock().openProperty().get()
                        ? model.disabledReasonProperty().get()
                        : TEXT.get("composer.locked", context.lock().environment().code()),
                context.lock().openProperty(), model.disabledReasonProperty());
    }

    @FXML
    void send() {
        if (!send.isDisabled()) {
            model.send();
        }
    }

    @FXML
    void showFailure() {
        Explanation explanation = model.failureProperty().get();
        if (explanation != null) {
            context.dialogs().error(explanation);
        }
    }
}
