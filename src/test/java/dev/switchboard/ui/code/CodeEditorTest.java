package dev.switchboard.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editor in a window, by its keys. */
class CodeEditorTest {
    private static final String SCRIPT = """
            -- Messages of one conversation
            SELECT "message", sent_at, size(tags)
            FROM "chat-messages"."by-group"
            WHERE group_id = 'it''s 42' AND n BETWEEN 1.5 AND 2e3; /* both
            lines */
            UPDATE "chat-messages" SET tags = [1, {'a': <<'x'>>}] WHERE pk = ?""";

    private final List<String> runs = new ArrayList<>();
    private CodeEditor editor;
    private Stage stage;

    @BeforeEach
    void open() {
        editor = Fx.onFx(() -> {
            Theme.use(false);
            CodeEditor made = new CodeEditor();
            VBox.setVgrow(made, Priority.ALWAYS);
            made.setLanguage(CodeLanguage.PARTIQL);
            made.setPromptText("SELECT * FROM \"table\"");
            made.setAccessibleText("Statements");
            made.setNames(() -> List.of(Completion.table("chat-messages", "\"chat-messages\""), Completion.table("users", "\"users\""),
                    Completion.column("users", "handle", "handle")));
            made.setOnRun(() -> runs.add(made.getText()));
            return made;
        });
        stage = Screenshots.show(Fx.onFx(() -> new VBox(editor)), 640, 320);
        Fx.onFx(() -> editor.requestFocus());
    }

    @AfterEach
    void close() {
        Fx.onFx(stage::hide);
    }

    private Node area() {
        return editor.lookup(".styled-text-area");
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        Fx.onFx(() -> Event.fireEvent(area(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
        Fx.pulse();
    }

    private void press(KeyCode code) {
        press(code, false, false);
    }

    private void type(String text) {
        for (char sign : text.toCharArray()) {
            Fx.onFx(() -> Event.fireEvent(area(), new KeyEvent(
                    KeyEvent.KEY_TYPED, String.valueOf(sign), "", KeyCode.UNDEFINED, false, false, false, false)));
            Fx.pulse();
        }
    }

    private String text() {
        return Fx.onFx(() -> editor.getText());
    }

    private List<String> offered() {
        return Fx.onFx(() -> editor.offered().stream().map(Completion::label).toList());
    }

    @Test
    void wordsAreOfferedWhileTypingAndInsertedByEnter() {
        type("s");
        assertThat(offered()).as("after one character").isEmpty();
        type("el");
        assertThat(offered()).containsExactly("SELECT");
        press(KeyCode.ENTER);
        assertThat(text()).isEqualTo("SELECT");
        type(" * FROM ");
        assertThat(offered()).isEmpty();
        press(KeyCode.SPACE, true, false);
        assertThat(offered()).containsExactly("chat-messages", "users");
        press(KeyCode.DOWN);
        Screenshots.saveScene(stage.getScene(), "code-editor-completing");
        Screenshots.saveScene(Fx.onFx(() -> popup().getScene()), "code-editor-suggestions");
        press(KeyCode.ESCAPE);
        assertThat(offered()).isEmpty();
        type("\"ch");
        assertThat(text()).isEqualTo("SELECT * FROM \"ch\"");
        assertThat(offered()).containsExactly("chat-messages");
        press(KeyCode.TAB);
        assertThat(text()).isEqualTo("SELECT * FROM \"chat-messages\"");
        Fx.waitFor("the list is closed", () -> Fx.onFx(() -> popup() == null));
    }

    /** The window of the list; null if it is closed. */
    private static Window popup() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().getRoot().lookup("#completions") instanceof ListView<?>)
                .findFirst()
                .orElse(null);
    }

    @Test
    void bracketsAndQuotesCloseStepOverAndAreDeletedTogether() {
        type("f(");
        assertThat(text()).isEqualTo("f()");
        type("')");
        assertThat(text()).as("inside of the string").isEqualTo("f(')')");
        type("')");
        assertThat(text()).isEqualTo("f(')')");
        type(" (");
        press(KeyCode.BACK_SPACE);
        assertThat(text()).isEqualTo("f(')') ");
        type("'it");
        press(KeyCode.ENTER);
        assertThat(text()).isEqualTo("f(')') 'it\n'");
    }

    @Test
    void ctrlEnterRunsAndUndoRestores() {
        type("abc");
        press(KeyCode.ENTER, true, false);
        assertThat(runs).containsExactly("abc");
        assertThat(text()).isEqualTo("abc");
        Fx.onFx(() -> editor.setText("other"));
        press(KeyCode.Z, true, false);
        assertThat(text()).isEqualTo("abc");
        press(KeyCode.Y, true, false);
        assertThat(text()).isEqualTo("other");
        assertThat(Fx.onFx(() -> editor.textProperty().get())).isEqualTo("other");
    }

    @Test
    void tabIndentsAndAnEndedLineKeepsItsIndent() {
        press(KeyCode.TAB);
        type("ab");
        press(KeyCode.ESCAPE);
        press(KeyCode.ENTER);
        type("c");
        assertThat(text()).isEqualTo("  ab\n  c");
    }

    @Test
    void tokensHaveTheirStyles() {
        Fx.onFx(() -> editor.setText(SCRIPT));
        CodeArea area = (CodeArea) area();
        for (var place : Map.of("--", "comment", "SELECT", "keyword", "\"message\"", "name", "'it''s", "string", "2e3", "number")
                .entrySet()) {
            assertThat(Fx.onFx(() -> area.getStyleOfChar(SCRIPT.indexOf(place.getKey())))).as(place.getKey()).contains(place.getValue());
        }
        Fx.onFx(() -> editor.moveCaret(SCRIPT.indexOf("[1") + 1));
        assertThat(Fx.onFx(() -> area.getStyleOfChar(SCRIPT.indexOf("[1")))).contains("bracket-pair");
        assertThat(Fx.onFx(() -> area.getStyleOfChar(SCRIPT.indexOf("}]") + 1))).contains("bracket-pair");
        Fx.onFx(() -> editor.select(SCRIPT.indexOf("WHERE group"), SCRIPT.indexOf(" AND n")));
        Screenshots.saveScene(stage.getScene(), "code-editor");
        Fx.onFx(() -> editor.setText(""));
        Screenshots.saveScene(stage.getScene(), "code-editor-empty");
    }

    @Test
    void aScreenReaderGetsTheTextAndTheSelection() {
        Fx.onFx(() -> editor.setText("SELECT 1"));
        Fx.onFx(() -> editor.select(0, 6));
        Node area = area();
        assertThat(Fx.onFx(() -> area.queryAccessibleAttribute(AccessibleAttribute.TEXT))).isEqualTo("SELECT 1");
        assertThat(Fx.onFx(() -> area.queryAccessibleAttribute(AccessibleAttribute.SELECTION_END))).isEqualTo(6);
        assertThat(Fx.onFx(area::getAccessibleText)).isEqualTo("Statements");
    }

    @Test
    void aLongTextIsShownWithoutColors() {
        String longText = "SELECT 1;\n".repeat(30_000);
        Fx.onFx(() -> editor.setText(longText));
        assertThat(text()).isEqualTo(longText);
        assertThat(Fx.onFx(() -> ((CodeArea) area()).getStyleOfChar(0))).isEmpty();
    }
}
