package dev.switchboard.ui.conversations;

import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockedNote;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.users.User;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Binds the form for a new conversation, which replaces the thread. */
final class NewConversationController {
    private static final Messages TEXT = Messages.of(NewConversationController.class);
    private static final double ROW = 44;
    private final NewConversationViewModel model;
    private final UiContext context;

    @FXML private Label as;
    @FXML private LockedNote locked;
    @FXML private TextField receiver;
    @FXML private ListView<User> suggestions;
    @FXML private Label receiverProblem;
    @FXML private HBox existingNote;
    @FXML private Label existing;
    @FXML private TextArea message;
    @FXML private Label messageProblem;
    @FXML private Label left;
    @FXML private HBox failureNote;
    @FXML private Label failure;
    @FXML private HBox buttons;
    @FXML private StackPane startHolder;
    @FXML private Button start;

    NewConversationController(NewConversationViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    void initialize() {
        as.textProperty().bind(NodeVisibility.words(model.senderProperty(), user -> TEXT.get("new.as", user.handle())));
        locked.follow(context.lock());
        receiver();
        message.textProperty().bindBidirectional(model.messageProperty());
        TextAreas.enterSends(message, this::start);
        NodeVisibility.text(messageProblem, model.messageProblemProperty());
        CharacterCounter.show(left, model.messageProperty());
        existing.setText(TEXT.get("new.existing"));
        NodeVisibility.whenThere(existingNote, model.existingProperty());
        NodeVisibility.when(buttons, model.existingProperty().isNull());
        NodeVisibility.whenThere(failureNote, model.failureProperty());
        failure.textProperty().bind(NodeVisibility.words(model.failureProperty(), why -> TEXT.get("new.not-started", why.sentence())));
        start.disableProperty().bind(model.disabledReasonProperty().isNotEmpty().or(context.lock().closed()));
        NodeVisibility.tooltip(startHolder, Bindings.createStringBinding(
                () -> context.lock().openProperty().get()
                        ? model.disabledReasonProperty().get()
                        : TEXT.get("composer.locked", context.lock().environment().code()),
                context.lock().openProperty(), model.disabledReasonProperty()));
    }

    private void receiver() {
        receiver.textProperty().bindBidirectional(model.receiverProperty());
        NodeVisibility.text(receiverProblem, model.receiverProblemProperty());
        model.receiverProblemProperty()
                .subscribe(problem -> receiver.pseudoClassStateChanged(PseudoClass.getPseudoClass("invalid"), !problem.isEmpty()));
        suggestions.setCellFactory(ignored -> new UserCell(FXCollections.observableHashMap()));
        suggestions.setItems(model.suggestions());
        NodeVisibility.when(suggestions, Bindings.isNotEmpty(model.suggestions()));
        suggestions.prefHeightProperty().bind(Bindings.size(model.suggestions()).multiply(ROW).add(2));
        suggestions.minHeightProperty().bind(suggestions.prefHeightProperty());
        suggestions.setOnMouseClicked(event -> choose());
        suggestions.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        receiver.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !model.suggestions().isEmpty()) {
                suggestions.requestFocus();
                suggestions.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                enter();
                event.consume();
            }
        });
    }

    /** Enter in the field selects the first suggested recipient, or opens the existing conversation. */
    private void enter() {
        if (model.existingProperty().get() != null) {
            model.openExisting();
        } else if (!model.suggestions().isEmpty()) {
            model.choose(model.suggestions().getFirst());
            message.requestFocus();
        } else {
            message.requestFocus();
        }
    }

    private void choose() {
        User chosen = suggestions.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.choose(chosen);
            message.requestFocus();
        }
    }

    void focus() {
        receiver.requestFocus();
    }

    @FXML
    void start() {
        if (!start.isDisabled()) {
            model.start();
        }
    }

    @FXML
    void openExisting() {
        model.openExisting();
    }

    @FXML
    void close() {
        model.close();
    }

    @FXML
    void showFailure() {
        Explanation explanation = model.failureProperty().get();
        if (explanation != null) {
            context.dialogs().error(explanation);
        }
    }
}
