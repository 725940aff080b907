package dev.switchboard.ui.code;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.common.keys.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * An editor for statements with colors, undo, completion (Ctrl+Space and while typing), and pairs of brackets and quotes. Ctrl+Enter runs.
 * Tab inserts spaces; Ctrl+Tab and Shift+Tab leave the editor. JavaFX thread only.
 */
public final class CodeEditor extends StackPane {
    private static final Messages TEXT = Messages.of(CodeEditor.class);
    private static final String SHEET = Objects.requireNonNull(CodeEditor.class.getResource("code.css")).toExternalForm();
    private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");
    private static final String INDENT = "  ";
    private final CodeTextArea area = new CodeTextArea();
    private final Label prompt = new Label();
    private final StringProperty text = new SimpleStringProperty("");
    private final CodeHighlighter highlighter;
    private final CompletionPopup popup;
    private CodeLanguage language = CodeLanguage.POSTGRESQL;
    private Supplier<List<Completion>> names = List::of;
    private Runnable onRun = () -> {};
    private Completer.@Nullable Offer offer;

    /** Creates an empty editor for PostgreSQL. */
    public CodeEditor() {
        getStyleClass().add("code-editor");
        getStylesheets().add(SHEET);
        highlighter = new CodeHighlighter(area, language);
        popup = new CompletionPopup(area, this::insert);
        prompt.getStyleClass().add("code-prompt");
        prompt.setMouseTransparent(true);
        prompt.visibleProperty().bind(text.isEmpty());
        setAlignment(prompt, Pos.TOP_LEFT);
        area.accessibleTextProperty().bind(accessibleTextProperty());
        area.setContextMenu(menu());
        getChildren().addAll(new VirtualizedScrollPane<>(area), prompt);
        area.plainTextChanges().subscribe(change -> text.set(area.getText()));
        text.addListener((observable, old, now) -> show(now));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        area.focusedProperty().addListener((observable, old, now) -> {
            pseudoClassStateChanged(EDITING, now);
            if (!now) {
                popup.hide();
            }
        });
    }

    private void show(@Nullable String now) {
        String wanted = now == null ? "" : now;
        if (!area.getText().equals(wanted)) {
            popup.hide();
            area.getUndoManager().preventMerge();
            area.replaceText(wanted);
            area.getUndoManager().preventMerge();
            area.moveTo(0);
            area.requestFollowCaret();
        }
    }

    /** The text. */
    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return area.getText();
    }

    /** Replaces the text, which can be undone. */
    public void setText(String now) {
        text.set(now);
    }

    /** The hint in an empty editor. */
    public String getPromptText() {
        return prompt.getText();
    }

    public void setPromptText(String hint) {
        prompt.setText(hint);
    }

    /** The offset of the caret in UTF-16 units. */
    public ObservableValue<Integer> caretProperty() {
        return area.caretPositionProperty();
    }

    /** Moves the caret, and shows it. */
    public void moveCaret(int offset) {
        area.moveTo(Math.clamp(offset, 0, area.getLength()));
        area.requestFollowCaret();
    }

    /** Selects a part of the text, and shows it. */
    public void select(int start, int end) {
        area.selectRange(Math.clamp(start, 0, area.getLength()), Math.clamp(end, 0, area.getLength()));
        area.requestFollowCaret();
    }

    /** Marks the word at an offset as wrong until the text changes, and moves the caret there. */
    public void markError(int offset) {
        moveCaret(offset);
        highlighter.markError(offset);
    }

    /** Sets the language of the text. */
    public void setLanguage(CodeLanguage now) {
        language = now;
        highlighter.language(now);
    }

    /** Sets where the names come from that are offered beside the keywords. Called whenever words are offered, so it must be quick. */
    public void setNames(Supplier<List<Completion>> source) {
        names = source;
    }

    /** Sets what Ctrl+Enter does. */
    public void setOnRun(Runnable action) {
        onRun = action;
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("menu.undo", area::undo), item("menu.redo", area::redo), item("menu.cut", area::cut), item("menu.copy", area::copy),
                item("menu.paste", area::paste), item("menu.select-all", area::selectAll), item("menu.complete", () -> complete(true)));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXT.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void pressed(KeyEvent event) {
        boolean used = true;
        if (Shortcut.RUN.matches(event)) {
            popup.hide();
            onRun.run();
        } else if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            complete(true);
        } else if (event.getCode() == KeyCode.TAB && (event.isControlDown() || event.isShiftDown())) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (popup.isShowing() && !event.isShortcutDown() && popup.handle(event.getCode())) {
            area.requestFollowCaret();
        } else if (event.getCode() == KeyCode.TAB) {
            area.replaceSelection(INDENT);
        } else if (event.getCode() == KeyCode.ENTER) {
            area.replaceSelection("\n" + indent());
            area.requestFollowCaret();
        } else if (event.getCode() == KeyCode.BACK_SPACE && area.getSelection().getLength() == 0 && !event.isShortcutDown()
                && TypedPair.isEmptyPair(area.getText(), area.getCaretPosition())) {
            area.replaceText(area.getCaretPosition() - 1, area.getCaretPosition() + 1, "");
        } else {
            used = false;
            hideOrUpdate(event.getCode());
        }
        if (used) {
            event.consume();
        }
    }

    /** After Backspace the list follows the shorter word; after a key that moves the caret, it is closed. */
    private void hideOrUpdate(KeyCode key) {
        if (popup.isShowing()) {
            if (key == KeyCode.BACK_SPACE) {
                Platform.runLater(() -> complete(false));
            } else if (key.isNavigationKey() || key == KeyCode.DELETE) {
                popup.hide();
            }
        }
    }

    /** The white space at the beginning of the line of the caret. */
    private String indent() {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        String before = line.substring(0, Math.min(line.length(), area.getCaretColumn()));
        return before.substring(0, before.length() - before.stripLeading().length());
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (character.length() != 1 || Character.isISOControl(character.charAt(0)) || event.isMetaDown()
                || (event.isControlDown() && !event.isAltDown())) {
            return;
        }
        char sign = character.charAt(0);
        int caret = area.getCaretPosition();
        TypedPair.Action action =
                area.getSelection().getLength() > 0 ? null : TypedPair.typed(sign, area.getText(), caret, language);
        if (action == TypedPair.Action.PAIR) {
            area.insertText(caret, character + TypedPair.other(sign));
            area.moveTo(caret + 1);
            event.consume();
        } else if (action == TypedPair.Action.STEP_OVER) {
            area.moveTo(caret + 1);
            event.consume();
        }
        // The area inserts the character after this filter.
        Platform.runLater(() -> {
            if (CodeTokenizer.isWordPart(sign) || sign == '.' || popup.isShowing()) {
                complete(false);
            }
        });
    }

    /** Offers words at the caret; while typing only from the second character of a word on. */
    void complete(boolean asked) {
        if (area.getScene() == null || area.getLength() > CodeHighlighter.MOST_CHARACTERS) {
            return;
        }
        Completer.Offer found = Completer.at(area.getText(), area.getCaretPosition(), language, names.get(), asked);
        boolean begun = area.getCaretPosition() - found.start() >= 2 || found.start() == found.end() || popup.isShowing();
        offer = found;
        List<String> sheets = new ArrayList<>(List.of(SHEET));
        Theme.dress(FXCollections.observableList(sheets));
        popup.show(asked || begun ? found.words() : List.of(), area.getCaretBounds().orElse(null), sheets);
    }

    /** The words that are offered; empty if the list is closed. */
    List<Completion> offered() {
        return popup.isShowing() ? List.copyOf(popup.words()) : List.of();
    }

    private void insert(Completion word) {
        Completer.@Nullable Offer current = offer;
        if (current != null) {
            area.getUndoManager().preventMerge();
            area.replaceText(current.start(), Math.max(current.end(), area.getCaretPosition()), word.insert());
            area.requestFollowCaret();
        }
    }
}
