package dev.switchboard.ui.code;

import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** The list of words at the caret. The editor keeps the focus and passes on the keys that move in the list. */
final class CompletionPopup {
    private static final Messages TEXT = Messages.of(CompletionPopup.class);
    private static final double ROW = 26;
    private static final int ROWS = 8;
    private final Popup popup = new Popup();
    private final ListView<Completion> list = new ListView<>();
    private final StackPane frame = new StackPane(list);
    private final Node owner;
    private final Consumer<Completion> chosen;

    /** @param chosen receives the word that is to be inserted */
    CompletionPopup(Node owner, Consumer<Completion> chosen) {
        this.owner = owner;
        this.chosen = chosen;
        list.getStyleClass().add("completion-list");
        list.setId("completions");
        list.setAccessibleText(TEXT.get("completion.list"));
        list.setFixedCellSize(ROW);
        list.setPrefWidth(340);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new CompletionCell());
        list.setOnMouseClicked(event -> choose());
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        // The colors of the theme are those of a root, and the window of a popup has none.
        frame.getStyleClass().setAll("root", "completion-frame");
        popup.getContent().add(frame);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    List<Completion> words() {
        return list.getItems();
    }

    void hide() {
        popup.hide();
    }

    /** Shows words below a place of the screen; none hides it. */
    void show(List<Completion> words, @Nullable Bounds caret, List<String> sheets) {
        if (words.isEmpty() || caret == null || owner.getScene() == null) {
            popup.hide();
            return;
        }
        frame.getStylesheets().setAll(sheets);
        list.getItems().setAll(words);
        list.setPrefHeight(Math.min(ROWS, words.size()) * ROW + 4);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        if (popup.isShowing()) {
            popup.setX(caret.getMinX());
            popup.setY(caret.getMaxY() + 2);
        } else {
            popup.show(owner, caret.getMinX(), caret.getMaxY() + 2);
        }
        describe();
    }

    /** Handles a key while it is showing; returns whether the key is used. */
    boolean handle(KeyCode key) {
        int selected = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (key) {
            case UP -> select(selected == 0 ? last : selected - 1);
            case DOWN -> select(selected == last ? 0 : selected + 1);
            case PAGE_UP -> select(Math.max(0, selected - ROWS));
            case PAGE_DOWN -> select(Math.min(last, selected + ROWS));
            case ENTER, TAB -> choose();
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - ROWS / 2));
        describe();
    }

    /** A screen reader reads the selected word as the help of the editor, because the list has no focus. */
    private void describe() {
        Completion word = list.getSelectionModel().getSelectedItem();
        owner.setAccessibleHelp(word == null ? null : TEXT.get("completion.selected", word.label(), detail(word)));
    }

    private void choose() {
        Completion word = list.getSelectionModel().getSelectedItem();
        hide();
        if (word != null) {
            chosen.accept(word);
        }
    }

    private static String detail(Completion word) {
        String kind = TEXT.get("completion." + word.kind().name().toLowerCase(Locale.ROOT));
        return word.owner().isEmpty() ? kind : TEXT.get("completion.owned", kind, word.owner());
    }

    /** A word with what it is. */
    private static final class CompletionCell extends ListCell<Completion> {
        private final Label label = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(8, label, detail);

        CompletionCell() {
            label.getStyleClass().add("mono");
            label.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("field-hint");
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            row.getStyleClass().add("completion-row");
        }

        @Override
        protected void updateItem(@Nullable Completion word, boolean empty) {
            super.updateItem(word, empty);
            if (word == null || empty) {
                setGraphic(null);
            } else {
                label.setText(word.label());
                detail.setText(detail(word));
                setGraphic(row);
            }
        }
    }
}
