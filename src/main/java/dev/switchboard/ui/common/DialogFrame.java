package dev.switchboard.ui.common;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.form.FirstField;
import dev.switchboard.ui.common.form.FormErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A dialog with the frame of the environment, a title, content, an action button, and Cancel. The default button of one that destroys
 * something is Cancel. Enter presses the button that has the focus.
 */
final class DialogFrame {
    private static final Messages TEXT = Messages.of(DialogFrame.class);
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType confirm;
    private final DialogBody body;
    /** Where the focus begins. */
    private Node initial;
    private boolean withdrawn;

    DialogFrame(@Nullable Window owner, Environment environment, String title, Node content) {
        this(owner, environment, title, content, new ButtonType(TEXT.get("dialog.close"), ButtonData.CANCEL_CLOSE), List.of());
    }

    DialogFrame(
            @Nullable Window owner, Environment environment, String title, Node content, String action, boolean dangerous) {
        this(owner, environment, title, content, new ButtonType(action, ButtonData.OK_DONE),
                List.of(new ButtonType(TEXT.get("dialog.cancel"), ButtonData.CANCEL_CLOSE)));
        Button button = (Button) dialog.getDialogPane().lookupButton(confirm);
        button.getStyleClass().add(dangerous ? "danger" : "accent");
        button.setDefaultButton(!dangerous);
        cancelButton().setDefaultButton(dangerous);
        initial = dangerous ? cancelButton() : button;
    }

    /** With actions of the caller's own, the first of them the usual one, and what closes it without any of them. */
    static DialogFrame choice(
            @Nullable Window owner, Environment environment, String title, Node content, String cancel, List<String> actions) {
        ButtonType first = new ButtonType(actions.getFirst(), ButtonData.OK_DONE);
        List<ButtonType> others = new ArrayList<>();
        actions.stream().skip(1).forEach(action -> others.add(new ButtonType(action, ButtonData.OTHER)));
        others.add(new ButtonType(cancel, ButtonData.CANCEL_CLOSE));
        DialogFrame frame = new DialogFrame(owner, environment, title, content, first, others);
        Button button = (Button) frame.dialog.getDialogPane().lookupButton(first);
        button.getStyleClass().add("accent");
        return frame;
    }

    private DialogFrame(@Nullable Window owner, Environment environment, String title, Node content, ButtonType first,
            List<ButtonType> others) {
        DialogPane pane = dialog.getDialogPane();
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(title);
        Theme.dress(pane.getStylesheets());
        pane.getStyleClass().addAll("switchboard-dialog", environment.code());
        pane.setHeader(header(environment, title));
        VBox box = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.getStyleClass().add("dialog-content");
        body = new DialogBody(box);
        pane.setContent(body);
        dialog.setResizable(true);
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWN, event -> body.follow(pane));
        confirm = first;
        pane.getButtonTypes().add(first);
        pane.getButtonTypes().addAll(others);
        pane.getButtonTypes().forEach(type -> pressedByEnter((Button) pane.lookupButton(type)));
        initial = pane.lookupButton(first);
        dialog.setOnShown(event -> focusInitial());
    }

    /** Otherwise Enter presses the default button while another one has the focus. */
    private static void pressedByEnter(Button button) {
        button.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                button.fire();
            }
        });
    }

    private Button cancelButton() {
        return dialog.getDialogPane().getButtonTypes().stream()
                .filter(type -> type.getButtonData().isCancelButton())
                .map(type -> (Button) dialog.getDialogPane().lookupButton(type))
                .findFirst()
                .orElseThrow();
    }

    private void focusInitial() {
        // The content is not in the scene before its scroll pane has a skin.
        dialog.getDialogPane().applyCss();
        dialog.getDialogPane().layout();
        initial.requestFocus();
        if (initial instanceof TextField field) {
            field.selectAll();
        }
    }

    private static Node header(Environment environment, String title) {
        Label name = new Label(title);
        name.getStyleClass().add("dialog-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label badge = new Label(environment.code().toUpperCase(java.util.Locale.ROOT));
        badge.getStyleClass().add("environment-badge");
        if (environment.policy().lockRequired()) {
            badge.setGraphic(new FontIcon("fth-alert-octagon"));
        }
        HBox header = new HBox(12, name, gap, badge);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("dialog-header");
        return header;
    }

    DialogFrame invalidWhile(ObservableBooleanValue invalid) {
        dialog.getDialogPane().lookupButton(confirm).disableProperty().bind(invalid);
        return this;
    }

    /** Lets the focus begin at a node. */
    DialogFrame focus(Node node) {
        initial = node;
        return this;
    }

    /** Lets the focus begin at the first field of a form. */
    DialogFrame focusFirst(Node form) {
        Node first = FirstField.in(form);
        return first == null ? this : focus(first);
    }

    /** Keeps the dialog open while a form is invalid, and shows what is wrong with it when the button is pressed. */
    DialogFrame submits(FormErrors errors, ObservableBooleanValue invalid) {
        dialog.getDialogPane().lookupButton(confirm).addEventFilter(ActionEvent.ACTION, event -> {
            if (invalid.get()) {
                event.consume();
                errors.submit();
            }
        });
        return this;
    }

    /** Moves the focus to the action button, if it can be pressed. */
    void focusAction() {
        Node button = dialog.getDialogPane().lookupButton(confirm);
        if (!button.isDisabled()) {
            button.requestFocus();
        }
    }

    /** The dialog pane, for screenshots and tests. */
    DialogPane pane() {
        return dialog.getDialogPane();
    }

    /** Closes the dialog as if it had been canceled. */
    void withdraw() {
        withdrawn = true;
        if (dialog.isShowing()) {
            dialog.close();
        }
    }

    /** Shows it and goes on; a press of the first button does not close it. */
    void show(Runnable pressed, Runnable canceled) {
        Button button = (Button) dialog.getDialogPane().lookupButton(confirm);
        button.setDefaultButton(false);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            button.setDisable(true);
            pressed.run();
        });
        dialog.setOnHidden(event -> {
            if (!withdrawn) {
                canceled.run();
            }
        });
        focus(cancelButton());
        dialog.show();
    }

    /**
     * Shows it beside the window, which can be used meanwhile.
     *
     * @param closed runs when it was closed
     */
    void showBeside(Runnable closed) {
        dialog.initModality(Modality.NONE);
        dialog.setOnHidden(event -> closed.run());
        dialog.show();
    }

    /** Brings it to the front. */
    void toFront() {
        if (pane().getScene().getWindow() instanceof Stage stage) {
            stage.toFront();
        }
    }

    /** The environment that the frame of a window shows. */
    static Environment environment(Scene scene) {
        Node root = scene.getRoot();
        @Nullable Node frame = root.lookup(".window-frame");
        // The frame of a window marks the environment that is guarded, and leaves the other one plain.
        boolean guarded = Arrays.stream(Environment.values())
                .filter(each -> each.policy().lockRequired())
                .anyMatch(each -> root.getStyleClass().contains(each.code())
                        || (frame != null && frame.getPseudoClassStates().contains(PseudoClass.getPseudoClass(each.code()))));
        return Arrays.stream(Environment.values())
                .filter(each -> each.policy().lockRequired() == guarded)
                .findFirst()
                .orElseThrow();
    }

    /** Shows it and waits; the name of the action that was chosen, or empty. */
    Optional<String> chosen() {
        return dialog.showAndWait().filter(type -> !type.getButtonData().isCancelButton()).map(ButtonType::getText);
    }

    /** Shows the dialog and waits until it is closed. */
    boolean confirmed() {
        Optional<ButtonType> answer = dialog.showAndWait();
        return answer.isPresent() && answer.get() == confirm;
    }
}
