package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows its children or, instead of them, a loading, empty, or error state. In FXML, the content is nested inside; the controller binds
 * {@link #stateProperty}.
 */
public final class StateOverlay extends StackPane {
    private static final Messages TEXT = Messages.of(StateOverlay.class);
    private final ObjectProperty<ViewState> state = new SimpleObjectProperty<>(ViewState.CONTENT);
    private @Nullable Node overlay;

    public StateOverlay() {
        getStyleClass().add("state-overlay");
        state.addListener((observable, old, now) -> show(now));
    }

    /** The current state. */
    public ObjectProperty<ViewState> stateProperty() {
        return state;
    }

    /** Tries again what failed, because the screen is shown again and the cause may be gone. */
    public void shownAgain() {
        @Nullable Runnable again = switch (state.get()) {
            case ViewState.LoadFailure trouble -> trouble.whenShown();
            case ViewState.Empty empty -> empty.whenShown();
            case ViewState.Content content -> null;
            case ViewState.Loading loading -> null;
        };
        if (again != null) {
            again.run();
        }
    }

    private void show(ViewState now) {
        boolean focused = focusWithin();
        if (overlay != null) {
            getChildren().remove(overlay);
        }
        boolean content = now instanceof ViewState.Content;
        getChildren().forEach(child -> child.setVisible(content));
        overlay = switch (now) {
            case ViewState.Content() -> null;
            case ViewState.Loading(String text) -> loading(text);
            case ViewState.Empty empty -> scrolled(empty(empty));
            case ViewState.LoadFailure(Explanation explanation, var retry, var whenShown) -> scrolled(error(explanation, retry));
        };
        if (overlay != null) {
            getChildren().add(overlay);
            Node button = overlay instanceof ScrollPane scroll ? scroll.getContent().lookup(".state-action") : null;
            if (focused && button != null) {
                // What had the focus is hidden now, so that the keyboard would have to begin elsewhere.
                button.requestFocus();
            }
        }
    }

    private boolean focusWithin() {
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && node != this) {
            node = node.getParent();
        }
        return node != null;
    }

    /** In a pane that is too small for it, the text scrolls and no button is out of reach. */
    private static Node scrolled(VBox column) {
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("plain-scroll", "state-scroll");
        column.setMinHeight(VBox.USE_PREF_SIZE);
        return scroll;
    }

    private static Node loading(String text) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setPrefWidth(160);
        return column(bar, styled(new Label(text), "text-muted"));
    }

    private static VBox empty(ViewState.Empty empty) {
        VBox box = column(badge(empty.icon(), "accent"), paragraph(empty.title(), "section-title"));
        box.getChildren().add(paragraph(empty.text(), "text-muted"));
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER);
        ViewState.Action action = empty.action();
        if (action != null) {
            Button button = button(action);
            button.getStyleClass().add("accent");
            buttons.getChildren().add(button);
        }
        ViewState.Action other = empty.other();
        if (other != null) {
            Button button = button(other);
            button.getStyleClass().add("state-other");
            buttons.getChildren().add(button);
        }
        if (!buttons.getChildren().isEmpty()) {
            box.getChildren().add(buttons);
        }
        return box;
    }

    private static Button button(ViewState.Action action) {
        Button button = new Button(action.name());
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add("state-action");
        button.setOnAction(event -> action.run().run());
        return byEnter(button);
    }

    /** By Enter as well as by the space bar; not as the default button, which also acts while a field has the focus. */
    private static Button byEnter(Button button) {
        button.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                button.fire();
            }
        });
        return button;
    }

    private static VBox error(Explanation explanation, @Nullable Runnable retry) {
        VBox box = column(badge("fth-alert-triangle", "danger"), paragraph(explanation.sentence(), "section-title"));
        String remedy = explanation.remedy();
        if (remedy != null) {
            box.getChildren().add(paragraph(remedy, "text-muted"));
        }
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER);
        if (retry != null) {
            Button again = byEnter(new Button(TEXT.get("state.retry"), new FontIcon("fth-rotate-cw")));
            again.getStyleClass().addAll("accent", "state-action");
            again.setOnAction(event -> retry.run());
            buttons.getChildren().add(again);
        }
        Button copy = new Button(TEXT.get("state.copy-details"), new FontIcon("fth-copy"));
        copy.setOnAction(event -> Clipboards.copy(explanation.detail()));
        buttons.getChildren().add(copy);
        box.getChildren().addAll(buttons, details(explanation.detail()));
        return box;
    }

    /** The technical details of a failure, collapsed. */
    static TitledPane details(String detail) {
        TextArea area = new TextArea(detail);
        area.setEditable(false);
        area.setPrefRowCount(10);
        area.getStyleClass().add("mono");
        TitledPane pane = new TitledPane(TEXT.get("state.details"), area);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().addAll("dense", "details");
        pane.setMaxWidth(640);
        return pane;
    }

    private static StackPane badge(String icon, String style) {
        StackPane badge = new StackPane(new FontIcon(icon));
        badge.getStyleClass().addAll("state-badge", style);
        badge.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        return badge;
    }

    private static Label paragraph(String text, String style) {
        Label label = styled(new Label(text), style);
        label.setWrapText(true);
        label.setMaxWidth(480);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("centered");
        return label;
    }

    private static Label styled(Label label, String style) {
        label.getStyleClass().add(style);
        return label;
    }

    private static VBox column(Node... nodes) {
        VBox box = new VBox(12, nodes);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("state-column");
        return box;
    }
}
