package dev.switchboard.ui.items.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The item editor and the staged edits in a window, operated by a robot. */
class ItemEditorScreenTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path home;

    private EditFixture fixture;
    private Stage stage;
    private ItemEditing editing;

    @BeforeEach
    void open() {
        fixture = new EditFixture(home);
        stage = Screenshots.show(new StackPane(), 1000, 720);
        editing = Fx.onFx(() -> {
            stage.setX(0);
            stage.setY(0);
            UiContext context = LiveContext.of(fixture.test, stage);
            ItemEditing made = new ItemEditing(context);
            made.use(fixture.table);
            stage.getScene().setRoot(new VBox(made.panel()));
            return made;
        });
    }

    @AfterEach
    void close() {
        Fx.onFx(stage::hide);
    }

    private void later(Runnable action) {
        Fx.onFx(() -> Platform.runLater(action));
    }

    private void awaitDialog() {
        Fx.waitFor("the dialog is shown", () -> robot.lookup(".switchboard-dialog").tryQuery().isPresent());
    }

    private void picture(String name) {
        Screenshots.saveScene(robot.lookup(".switchboard-dialog").query().getScene(), name);
    }

    /** The content of the editor appears after its dialog. */
    private void awaitEditor() {
        awaitDialog();
        Fx.waitFor("the editor is shown", () -> robot.lookup("#tree").tryQuery().isPresent());
        Fx.pulse();
    }

    private void select(String attribute) {
        Fx.onFx(() -> {
            TreeTableView<EditNode> tree = robot.lookup("#tree").query();
            TreeItem<EditNode> found = tree.getRoot().getChildren().stream()
                    .filter(item -> item.getValue().label().equals(attribute))
                    .findFirst()
                    .orElseThrow();
            tree.getSelectionModel().select(found);
            tree.scrollTo(tree.getRow(found));
        });
    }

    @Test
    void anItemIsEditedInEveryTabAndCommitted() {
        Item item = fixture.put(Item.ofJson(EditFixture.RICH));
        later(() -> editing.edit(item));
        awaitEditor();
        select("message");
        picture("items-editor-form");
        for (String attribute : List.of("likes", "expires", "avatar", "seen", "reply_to", "tags", "author", "note")) {
            select(attribute);
            Fx.pulse();
            picture("items-editor-" + attribute.replace('_', '-'));
        }
        select("message");
        Fx.onFx(() -> robot.lookup("#value-text").queryAs(TextArea.class).setText("See you at seven"));
        Fx.onFx(() -> robot.lookup("#dynamoDbTab").queryAs(ToggleButton.class).fire());
        picture("items-editor-dynamodb-json");
        assertThat(robot.lookup("#json").queryAs(TextArea.class).getText()).contains("See you at seven");
        Fx.onFx(() -> robot.lookup("#plainTab").queryAs(ToggleButton.class).fire());
        TextArea json = robot.lookup("#json").queryAs(TextArea.class);
        Fx.onFx(() -> json.setText(json.getText().replace("\"ferry\",", "\"ferry\" \"boat\",")));
        picture("items-editor-json-error");
        assertThat(robot.lookup("#error").queryAs(Label.class).getText()).contains("line ", "column ");
        robot.clickOn("#goToError");
        assertThat(Fx.onFx(() -> json.getText().substring(json.getCaretPosition()))).as("the caret is at the error").startsWith("\"boat\"");
        assertThat(json.isFocused()).isTrue();
        Fx.onFx(() -> json.setText(json.getText().replace("\"ferry\" \"boat\",", "\"ferry\", \"boat\",")));
        robot.clickOn("Stage edit");
        Fx.waitFor("the edit is staged", () -> editing.stagedProperty().get() == 1);
        Screenshots.saveScene(stage.getScene(), "items-staged");
        robot.clickOn("#commit");
        Fx.waitFor("the edit is committed", () -> editing.stagedProperty().get() == 0);
        assertThat(fixture.now(item).string("message")).isEqualTo("See you at seven");
        assertThat(fixture.now(item).display("tags")).isEqualTo("{boat, ferry, harbour}");
    }

    @Test
    void aNewItemIsMadeWithTheKeyboard() {
        later(editing::create);
        awaitEditor();
        picture("items-editor-new");
        assertThat(robot.lookup(".switchboard-dialog .button.accent").queryAs(Button.class).isDisabled()).isTrue();
        select("pk");
        robot.clickOn("#value-text").write("MSG-9");
        select("sk");
        robot.clickOn("#value-text").write("2026");
        robot.clickOn("#addAttribute");
        Fx.waitFor("the name has the focus", () -> robot.lookup("#value-name").tryQuery().isPresent()
                && robot.lookup("#value-name").query().isFocused());
        robot.write("text");
        robot.clickOn("#value-text").write("hello");
        picture("items-editor-new-filled");
        robot.clickOn("Stage edit");
        Fx.waitFor("the edit is staged", () -> editing.stagedProperty().get() == 1);
        robot.clickOn("#commit");
        Fx.waitFor("the edit is committed", () -> editing.stagedProperty().get() == 0);
        Item made = fixture.now(Item.builder().string("pk", "MSG-9").string("sk", "2026").build());
        assertThat(made.string("text")).isEqualTo("hello");
    }

    @Test
    void aConflictShowsBothVersions() {
        List<Item> items = fixture.fill(4);
        Fx.onFx(() -> editing.editCell(items.get(0), "text", "mine"));
        Fx.waitFor("staged", () -> editing.stagedProperty().get() == 1);
        Fx.onFx(() -> editing.delete(List.of(items.get(1), items.get(2))));
        Fx.waitFor("staged", () -> editing.stagedProperty().get() == 3);
        fixture.put(items.get(0).with("text", "theirs"));
        robot.clickOn("#commit");
        awaitDialog();
        picture("items-conflict-question");
        robot.clickOn("Decide later");
        Fx.waitFor("the conflict is shown", () -> robot.lookup("#mine").query().isVisible());
        Screenshots.saveScene(stage.getScene(), "items-conflict");
        assertThat(fixture.now(items.get(1))).as("all or nothing").isNotNull();
        robot.clickOn("#mine");
        robot.clickOn("#commit");
        Fx.waitFor("the edits are committed", () -> editing.stagedProperty().get() == 0);
        assertThat(fixture.now(items.get(0)).string("text")).isEqualTo("mine");
    }

    @Test
    void bulkFormAndQuestionAreShown() {
        List<Item> items = fixture.fill(3);
        later(() -> editing.setAttribute(items));
        awaitDialog();
        Fx.onFx(() -> robot.lookup("#bulk-attribute").queryAs(TextField.class).setText("state"));
        Fx.onFx(() -> robot.lookup("#value-text").queryAs(TextArea.class).setText("read"));
        picture("items-bulk-set");
        robot.clickOn("Stage 3 edits");
        Fx.waitFor("staged", () -> editing.stagedProperty().get() == 3);
    }

    @Test
    void theValueOfACellIsEditedByKeyboard() {
        Item item = fixture.put(Item.ofJson(EditFixture.RICH));
        TableView<Item> table = Fx.onFx(() -> {
            TableView<Item> made = new TableView<>(FXCollections.observableArrayList(item));
            for (String attribute : List.of("pk", "message", "expires")) {
                TableColumn<Item, String> column = new TableColumn<>(attribute);
                column.setId(attribute);
                column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().display(attribute)));
                made.getColumns().add(column);
            }
            ItemEditMenu.install(editing, made);
            ((VBox) stage.getScene().getRoot()).getChildren().addFirst(made);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return made;
        });
        Fx.onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
            table.getFocusModel().focus(0, table.getColumns().get(2));
        });
        robot.press(KeyCode.F2).release(KeyCode.F2);
        Fx.waitFor("the field is shown", () -> robot.lookup("#cell-field").tryQuery().isPresent());
        robot.write("soon").type(KeyCode.ENTER);
        assertThat(robot.lookup("#cell-field").queryAs(TextField.class).getTooltip().getText()).contains("soon");
        Screenshots.saveScene(stage.getScene(), "items-edit-cell");
        Screenshots.saveScene(robot.lookup("#cell-field").query().getScene(), "items-edit-cell-field");
        assertThat(editing.stagedProperty().get()).isZero();
        robot.type(KeyCode.ESCAPE);
        Fx.waitFor("the field is gone", () -> robot.lookup("#cell-field").tryQuery().isEmpty());
        assertThat(editing.stagedProperty().get()).isZero();
        robot.type(KeyCode.F2);
        Fx.waitFor("the field is shown", () -> robot.lookup("#cell-field").tryQuery().isPresent());
        robot.write("17").type(KeyCode.ENTER);
        Fx.waitFor("staged", () -> editing.stagedProperty().get() == 1);
        assertThat(editing.staged(item).edit().item().display("expires")).isNotEqualTo("1795694400").containsOnlyDigits();
        assertThat(editing.staged(item).changes()).hasSize(1);
        assertThat(table.getItems()).hasSize(1);
    }

    /** The longest time between two pulses of the toolkit while an item of the largest size is opened, shown in every tab, and edited. */
    @Test
    void anItemOf400KilobytesIsOpenedWithoutAStall() {
        Item large = fixture.put(Item.ofJson(EditFixture.RICH)
                .with("body", "Grüße 😀 from the harbour, ".repeat(9_000))
                .with("more", "x".repeat(110_000)));
        AtomicLong longest = new AtomicLong();
        AnimationTimer timer = Fx.onFx(() -> {
            AnimationTimer made = new AnimationTimer() {
                private long before;

                @Override
                public void handle(long now) {
                    longest.accumulateAndGet(before == 0 ? 0 : System.nanoTime() - before, Math::max);
                    before = System.nanoTime();
                }
            };
            made.start();
            return made;
        });
        Item small = fixture.fill(1).getFirst();
        later(() -> editing.edit(small));
        awaitEditor();
        robot.clickOn("Cancel");
        Fx.waitFor("the dialog is closed", () -> robot.lookup(".switchboard-dialog").tryQuery().isEmpty());
        longest.set(0);
        later(() -> editing.edit(small));
        awaitEditor();
        Fx.pulse();
        long openedSmall = longest.getAndSet(0);
        robot.clickOn("Cancel");
        Fx.waitFor("the dialog is closed", () -> robot.lookup(".switchboard-dialog").tryQuery().isEmpty());
        longest.set(0);
        later(() -> editing.edit(large));
        awaitEditor();
        Fx.pulse();
        long opened = longest.getAndSet(0);
        select("body");
        Fx.pulse();
        Fx.pulse();
        long selected = longest.getAndSet(0);
        picture("items-editor-large");
        longest.set(0);
        Fx.onFx(() -> robot.lookup("#value-text").queryAs(TextArea.class).appendText(" more"));
        Fx.pulse();
        long typed = longest.getAndSet(0);
        Fx.onFx(() -> robot.lookup("#dynamoDbTab").queryAs(ToggleButton.class).fire());
        Fx.pulse();
        Fx.pulse();
        long json = longest.getAndSet(0);
        Fx.onFx(timer::stop);
        System.out.printf(
                "400 KB item: longest pause %d ms opening (an item of 60 bytes: %d ms), %d ms selecting the text, %d ms typing, %d ms as JSON%n",
                TimeUnit.NANOSECONDS.toMillis(opened), TimeUnit.NANOSECONDS.toMillis(openedSmall), TimeUnit.NANOSECONDS.toMillis(selected),
                TimeUnit.NANOSECONDS.toMillis(typed),
                TimeUnit.NANOSECONDS.toMillis(json));
        robot.clickOn("Stage edit");
        Fx.waitFor("the edit is staged", () -> editing.stagedProperty().get() == 1);
        robot.clickOn("#commit");
        Fx.waitFor("the edit is committed", () -> editing.stagedProperty().get() == 0);
        assertThat(fixture.now(large).string("body")).startsWith("Grüße").contains(" more");
    }
}
