package dev.switchboard.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.ItemsFixture;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsScreenTest {
    private static final String MESSAGES = "cruddur-messages";

    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    private LoadedView open(TestContext test, Map<String, String> arguments) {
        return Fx.onFx(() -> {
            LoadedView view = ItemsController.SCREEN.loader().apply(test.context());
            view.controller().shown(arguments);
            // What is inside scroll panes is only found once they have a skin.
            new Scene(view.root());
            view.root().applyCss();
            return view;
        });
    }

    private TestContext dev(int rows) {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, MESSAGES, rows);
        return test;
    }

    @Test
    void selectedItemIsShownAsJson() {
        LoadedView view = open(dev(60), Map.of("table", MESSAGES));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        TableView<Item> table = find(view);
        Fx.onFx(() -> table.getSelectionModel().clearAndSelect(3));
        Screenshots.saveScene(stage.getScene(), "items-full");
        assertThat(((Label) view.root().lookup("#itemTitle")).getText()).isEqualTo("Item as DynamoDB JSON");
        Fx.onFx(() -> table.getSelectionModel().selectIndices(5, 7, 9));
        assertThat(((Label) view.root().lookup("#itemTitle")).getText()).isEqualTo("4 items as DynamoDB JSON");
        String four = ((TextArea) view.root().lookup("#json")).getText();
        assertThat(four).startsWith("[").endsWith("]");
        assertThat(four.split("message_uuid", -1)).as("all four").hasSize(5);
        assertThat(view.root().lookup("#editItem").isDisabled()).isTrue();
        Screenshots.saveScene(stage.getScene(), "items-four");
        Fx.onFx(() -> table.getContextMenu().getItems().stream().filter(item -> "copy-headings".equals(item.getId())).findFirst()
                .orElseThrow().fire());
        assertThat(Fx.onFx(() -> Clipboard.getSystemClipboard().getString())).startsWith("pk\tsk\tmessage\t").hasLineCount(5);
        Fx.onFx(stage::hide);
        assertThat(table.getItems()).hasSize(60);
        assertThat(((TextArea) view.root().lookup("#json")).getText()).contains("\"message_uuid\"").contains("\"S\"");
    }

    @Test
    void selectedItemsAreStagedForDeletionAndMarked() {
        TestContext test = dev(20);
        LoadedView view = open(test, Map.of("table", MESSAGES));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        TableView<Item> table = find(view);
        Fx.onFx(() -> {
            table.getSelectionModel().clearAndSelect(2);
            table.getSelectionModel().select(4);
            table.getContextMenu().getItems().get(5).fire();
            table.getSelectionModel().clearSelection();
        });
        Screenshots.saveScene(stage.getScene(), "items-staged-screen");
        String copied = Fx.onFx(() -> {
            ((MenuButton) view.root().lookup("#copy")).getItems().getFirst().fire();
            return Clipboard.getSystemClipboard().getString();
        });
        assertThat(copied).contains("aws dynamodb transact-write-items", "ConditionExpression");
        Fx.onFx(() -> ((Button) view.root().lookup("#commit")).fire());
        Fx.onFx(stage::hide);
        assertThat(test.notices().said).containsExactly("Copied as AWS CLI.", "2 of 2 edits written. [Undo]");
        assertThat(view.root().lookup("#stagedHolder").isManaged()).isFalse();
    }

    @Test
    void aQueryOfAnotherScreenRunsInTheUnusedTab() {
        TestContext test = dev(12);
        LoadedView whole = open(test, Map.of("table", MESSAGES));
        Item first = find(whole).getItems().getFirst();
        String query = "QUERY \"" + MESSAGES + "\" WHERE pk = '" + first.string("pk") + "' AND sk = '" + first.string("sk") + "'";
        LoadedView view = open(test, Map.of("query", query));
        assertThat(find(view).getItems()).containsExactly(first);
        assertThat(((TabPane) view.root().lookup("#tabs")).getTabs()).hasSize(1);
    }

    @Test
    void invalidFormFieldShowsError() {
        LoadedView view = open(dev(12), Map.of("table", MESSAGES));
        Fx.onFx(() -> {
            ((TextField) view.root().lookup("#segments")).setText("900");
            ((TextField) view.root().lookup("#filter")).setText("harbour");
        });
        Screenshots.save(view.root(), "items-filtered", 1072, 720);
        PseudoClass invalid = PseudoClass.getPseudoClass("invalid");
        assertThat(view.root().lookup("#segments").getPseudoClassStates()).contains(invalid);
        assertThat(view.root().lookup("#segments").getAccessibleHelp()).contains("64");
        assertThat(view.root().lookup("#limit").getPseudoClassStates()).doesNotContain(invalid);
        assertThat(((Label) view.root().lookup("#formError")).getText()).contains("64");
        assertThat(((Button) view.root().lookup("#run")).isDisabled()).isTrue();
        assertThat(((Label) view.root().lookup("#filtered")).getText()).isEqualTo("3 of 12 match");
    }

    @Test
    void aQueryIsBuiltWithItsFilterAndCostsNoQuestion() {
        LoadedView view = open(dev(40), Map.of());
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> {
            text(view, "#expression").setText("""
                    QUERY "cruddur-messages"
                    WHERE pk = 'MSG#5ae290ed-55d1-47a0-bc6d-fe2bc2700399' AND begins_with(sk, '2026-11-22T00:1')
                    FILTER user_handle = 'ada' AND (contains(message, 'coffee') OR contains(message, 'ferry'))
                    DESCENDING""");
            ((Button) view.root().lookup("#run")).fire();
        });
        Screenshots.saveScene(stage.getScene(), "items-query");
        Fx.onFx(stage::hide);
        assertThat(((TextField) view.root().lookup("#sort")).getText()).isEqualTo("2026-11-22T00:1");
        assertThat(find(view).getItems()).isNotEmpty().allMatch(item -> item.display("message").contains("ferry"));
        assertThat(((Label) view.root().lookup("#numbers")).getText()).contains("of 10 scanned");
        assertThat(((Label) view.root().lookup("#cost")).getText()).isEmpty();
    }

    @Test
    void aScanSaysWhatItReadsBeforeItRuns() {
        LoadedView view = open(dev(3), Map.of());
        assertThat(((Label) view.root().lookup("#cost")).getText()).startsWith("Stops after 1,000 items. Reads all of " + MESSAGES)
                .contains("RCU");
        Fx.onFx(() -> ((TextField) view.root().lookup("#limit")).clear());
        assertThat(((Label) view.root().lookup("#cost")).getText()).startsWith("Reads all of");
    }

    @Test
    void theQueryBuilderWorksByKeyboardAlone() {
        TestContext test = dev(12);
        LoadedView view = Fx.onFx(() -> {
            LoadedView made = ItemsController.SCREEN.loader().apply(LiveContext.of(test));
            made.controller().shown(Map.of());
            return made;
        });
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.waitFor("the keys are known", () -> ((Label) view.root().lookup("#partitionName")).getText().startsWith("pk"));
        Fx.onFx(() -> view.root().lookup("#partition").requestFocus());
        type(view, "MSG#5ae290ed-55d1-47a0-bc6d-fe2bc2700399");
        tabTo(view, "sortOperator");
        press(view, KeyCode.SPACE, false);
        Fx.waitFor("the operators are open", () -> popup() != null);
        Fx.onFx(() -> List.of(KeyCode.DOWN, KeyCode.ENTER).forEach(code -> fire(popup(), code, false)));
        tabTo(view, "addCondition");
        press(view, KeyCode.SPACE, false);
        Fx.waitFor("the new condition has the focus", () -> "attribute".equals(focused(view).getId()));
        type(view, "user_handle");
        tabTo(view, "value");
        type(view, "bruno");
        press(view, KeyCode.ENTER, true);
        Fx.waitFor("the query has run",
                () -> ((Label) view.root().lookup("#formError")).isVisible() || view.root().lookup("#items-table") != null);
        String query = Fx.onFx(() -> text(view, "#expression").getText());
        Fx.onFx(stage::hide);
        assertThat(query).contains("sk = ''").contains("FILTER user_handle = 'bruno'");
    }

    private static Node focused(LoadedView view) {
        return view.root().getScene().getFocusOwner();
    }

    private static void type(LoadedView view, String text) {
        Fx.onFx(() -> ((TextField) focused(view)).replaceSelection(text));
    }

    private static void press(LoadedView view, KeyCode code, boolean shortcut) {
        Fx.onFx(() -> fire(focused(view), code, shortcut));
    }

    private static void fire(Node node, KeyCode code, boolean shortcut) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            node.fireEvent(new KeyEvent(type, "", "", code, false, shortcut, false, false));
        }
    }

    private static @Nullable Node popup() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu menu && menu.isShowing())
                .map(window -> ((ContextMenu) window).getSkin().getNode())
                .findFirst()
                .orElse(null);
    }

    private static void tabTo(LoadedView view, String id) {
        for (int presses = 0; presses < 20 && !id.equals(Fx.onFx(() -> focused(view).getId())); presses++) {
            press(view, KeyCode.TAB, false);
        }
        assertThat(Fx.onFx(() -> focused(view).getId())).isEqualTo(id);
    }

    @Test
    void tabsAreKeptOverARestart() {
        TestContext test = dev(5);
        LoadedView first = open(test, Map.of());
        Fx.onFx(() -> {
            ((Button) first.root().lookup("#newTab")).fire();
            ((TextArea) tabs(first).getTabs().get(1).getContent().lookup("#expression")).setText("SCAN \"cruddur-messages\" LIMIT 2");
            ((Button) first.root().lookup("#newPartiql")).fire();
            first.root().applyCss();
            ((CodeArea) tabs(first).getTabs().get(2).getContent().lookup(".code-area")).replaceText("SELECT 1 FROM t");
            tabs(first).getSelectionModel().select(1);
            first.controller().closed();
        });
        LoadedView second = open(test, Map.of());
        Screenshots.save(second.root(), "items-tabs", 1072, 720);
        assertThat(tabs(second).getTabs()).extracting(Tab::getText).containsExactly(MESSAGES, MESSAGES, "PartiQL");
        assertThat(((CodeArea) tabs(second).getTabs().get(2).getContent().lookup(".code-area")).getText()).isEqualTo("SELECT 1 FROM t");
        assertThat(tabs(second).getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(((TextArea) tabs(second).getTabs().get(1).getContent().lookup("#expression")).getText())
                .isEqualTo("SCAN \"cruddur-messages\" LIMIT 2");
        assertThat(second.root().lookup("#items-table")).as("nothing is read by itself").isNull();
    }

    @Test
    void aTableOpensInATabOfItsOwnWhereTheOtherIsInUse() {
        TestContext test = dev(5);
        LoadedView view = open(test, Map.of("table", MESSAGES));
        assertThat(tabs(view).getTabs()).hasSize(1);
        Fx.onFx(() -> view.controller().shown(Map.of("table", MESSAGES)));
        assertThat(tabs(view).getTabs()).hasSize(2);
        Fx.onFx(() -> {
            view.root().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.W, false, true, false, false));
            view.root().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.W, false, true, false, false));
        });
        assertThat(tabs(view).getTabs()).as("the last one is replaced by a new one").hasSize(1);
    }

    @Test
    void emptyStateWithoutTable() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        LoadedView view = open(test, Map.of());
        Screenshots.save(view.root(), "items-empty", 1072, 720);
        assertThat(view.root().lookup("#items-table")).isNull();
        Fx.onFx(() -> view.root().lookupAll(".state-action").forEach(button -> ((Button) button).fire()));
        assertThat(test.navigator().ways).containsExactly("overview {setup=start}", "tables");
    }

    @Test
    void unreachableEndpointIsExplained() {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9"));
        LoadedView view = open(test, Map.of());
        Screenshots.save(view.root(), "items-failing", 1072, 720);
        assertThat(view.root().lookup(".state-badge")).isNotNull();
    }

    private static TextArea text(LoadedView view, String id) {
        return (TextArea) view.root().lookup(id);
    }

    private static TabPane tabs(LoadedView view) {
        return (TabPane) view.root().lookup("#tabs");
    }

    @SuppressWarnings("unchecked")
    private static TableView<Item> find(LoadedView view) {
        return (TableView<Item>) view.root().lookup("#items-table");
    }
}
