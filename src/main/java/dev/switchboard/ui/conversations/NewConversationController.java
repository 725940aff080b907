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

/** The form for a new conversation, in the place of the thread. */
final class NewConversationController {
    private static final Messages TEXT = Messages.of(NewConversationController.class);
    private static final double ROW = 44;
    private final NewConversationViewModel model;
    private final UiContext context;

    @FXML private Label as;
    @FXML private LockedNote locked;
    @FXML private TextField receiver;
    @FXML private ListView<User> offers;
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
        left.textProperty().bind(CharacterCounter.left(model.messageProperty()));
        existing.setText(TEXT.get("new.existing"));
        NodeVisibility.whenThere(existingNote, model.existingProperty());
        NodeVisibility.when(buttons, model.existingProperty().isNull());
        NodeVisibility.whenThere(failureNote, model.failureProperty());
        failure.textProperty().bind(NodeVisibility.words(model.failureProperty(), why -> TEXT.get("new.not-started", why.sentence())));
        start.disableProperty().bind(model.whyNotProperty().isNotEmpty().or(context.lock().closed()));
        NodeVisibility.why(startHolder, Bindings.createStringBinding(
                () -> context.lock().openProperty().get()
                        ? model.whyNotProperty().get()
                        : TEXT.get("composer.locked", context.lock().environment().code()),
                context.lock().openProperty(), model.whyNotProperty()));
    }

    private void receiver() {
        receiver.textProperty().bindBidirectional(model.receiverProperty());
        NodeVisibility.text(receiverProblem, model.receiverProblemProperty());
        model.receiverProblemProperty()
                .subscribe(problem -> receiver.pseudoClassStateChanged(PseudoClass.getPseudoClass("invalid"), !problem.isEmpty()));
        offers.setCellFactory(ignored -> new UserCell(FXCollections.observableHashMap()));
        offers.setItems(model.offers());
        NodeVisibility.when(offers, Bindings.isNotEmpty(model.offers()));
        offers.prefHeightProperty().bind(Bindings.size(model.offers()).multiply(ROW).add(2));
        offers.minHeightProperty().bind(offers.prefHeightProperty());
        offers.setOnMouseClicked(event -> take());
        offers.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        receiver.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !model.offers().isEmpty()) {
                offers.requestFocus();
                offers.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                enter();
                event.consume();
            }
        });
    }

    /** Enter in the field takes the first receiver offered, or opens the conversation that is there. */
    private void enter() {
        if (model.existingProperty().get() != null) {
            model.openExisting();
        } else if (!model.offers().isEmpty()) {
            model.take(model.offers().getFirst());
            message.requestFocus();
        } else {
            message.requestFocus();
        }
    }

    private void take() {
        User chosen = offers.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.take(chosen);
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
    void why() {
        Explanation explanation = model.failureProperty().get();
        if (explanation != null) {
            context.dialogs().error(explanation);
        }
    }
}
