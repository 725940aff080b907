package dev.switchboard.ui.conversations.search;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.Tooltips;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The field that searches a conversation, with the number of matches, buttons to go through them, and one for older messages. */
public final class ThreadSearchBar extends VBox {
    private static final Messages TEXT = Messages.of(ThreadSearchBar.class);
    private final ThreadSearchViewModel model;
    private final TextField field = new TextField();

    /** Created for the search of a thread; hidden while that is closed. */
    public ThreadSearchBar(ThreadSearchViewModel model) {
        this.model = model;
        getStyleClass().add("find-bar");
        field.setId("find");
        field.setPromptText(TEXT.get("find.prompt"));
        field.setAccessibleText(TEXT.get("find.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button older = icon("find-older", "fth-chevron-up", "find.older", model::older);
        Button newer = icon("find-newer", "fth-chevron-down", "find.newer", model::newer);
        older.disableProperty().bind(model.currentProperty().isNull());
        newer.disableProperty().bind(model.currentProperty().isNull());
        HBox first = new HBox(4, field, older, newer, icon("find-close", "fth-x", "find.close", model::close));
        first.getStyleClass().add("toolbar-row");
        Label status = new Label();
        status.setId("find-status");
        status.getStyleClass().addAll("text-muted", "text-small");
        status.textProperty().bind(model.statusProperty());
        Button load = small("find-load", "find.load", model::searchOlder);
        Button stop = small("find-stop", "find.stop", model::stop);
        NodeVisibility.when(load, model.olderAvailableProperty().and(model.searchingOlderProperty().not()));
        NodeVisibility.when(stop, model.searchingOlderProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox second = new HBox(8, status, gap, load, stop);
        second.getStyleClass().add("toolbar-row");
        NodeVisibility.when(second, model.statusProperty().isNotEmpty());
        getChildren().setAll(first, second);
        ReadOnlyBooleanProperty open = model.openProperty();
        NodeVisibility.when(this, open);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                model.newer();
            } else {
                model.older();
            }
            event.consume();
        }
    }

    private static Button icon(String id, String icon, String key, Runnable action) {
        Button button = Tooltips.name(new Button(null, new FontIcon(icon)), TEXT.get(key));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button small(String id, String key, Runnable action) {
        Button button = new Button(TEXT.get(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Moves the focus to the field. */
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }
}
