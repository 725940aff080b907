package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.Backend;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.HeldWrite;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session is not closed under a write: the operator is asked, sees what is waited for, and hears what was done. */
class LeaveUnderWriteTest {
    private static final Messages TEXT = Messages.of(Shell.class);
    private static final String TITLE = "Restoring cruddur-messages";
    private final List<String> heard = new ArrayList<>();
    @TempDir
    Path home;

    private HeldWrite write(UiContext context) {
        HeldWrite write = new HeldWrite(context.session().permits());
        Fx.onFx(() -> {
            context.jobs().start(TITLE, write, heard::add, failure -> heard.add("failed: " + failure.sentence()));
        });
        write.awaitWriting();
        return write;
    }

    private static void requestClose(Stage stage) {
        Fx.onFx(() -> Platform.runLater(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST))));
        Fx.pulse();
    }

    private static DialogPane dialog(ShellFixture window) {
        PromptResponder operator = new PromptResponder(window);
        Fx.waitFor("the operator is told", () -> operator.dialogs().size() == 1);
        return Fx.onFx(() -> operator.dialogs().getFirst());
    }

    private static void press(DialogPane dialog, String name) {
        Button button = Fx.onFx(() -> dialog.getButtonTypes().stream()
                .filter(type -> type.getText().equals(name))
                .map(type -> (Button) dialog.lookupButton(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + name + " in " + dialog.getButtonTypes())));
        Fx.onFx(() -> Platform.runLater(button::fire));
        Fx.pulse();
    }

    private static String text(Node root) {
        return Fx.onFx(() -> String.join("\n", root.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList()));
    }

    private static void assertClosed(Session session) {
        Fx.waitFor("the session is closed", () -> {
            try {
                session.permits().authorize(Backend.DYNAMODB, "items put", "Write").close();
                return false;
            } catch (OperationRefusedException e) {
                return true;
            }
        });
    }

    @Test
    void closingTheWindowWaitsForWhatIsWrittenAndSaysForWhat() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Fx.onFx(() -> MainWindow.closeBy(window.stage, window.shell));
            Session session = Fx.onFx(() -> window.shell.current().context().session());
            HeldWrite write = write(Fx.onFx(() -> window.shell.current().context()));

            requestClose(window.stage);
            assertThat(Fx.onFx(window.stage::isShowing)).as("while it writes").isTrue();
            DialogPane question = dialog(window);
            assertThat(text(question)).contains(TITLE);
            Screenshots.saveScene(Fx.onFx(question::getScene), "shell-writes-in-progress");
            press(question, TEXT.get("writes.finish"));
            new PromptResponder(window).awaitEnd(question);

            DialogPane waiting = dialog(window);
            assertThat(text(waiting)).contains(TITLE);
            Screenshots.saveScene(Fx.onFx(waiting::getScene), "shell-waiting-for-writes");
            assertThat(write.isAskedToStop()).as("it may finish").isFalse();
            session.permits().checkUnlocked("nothing was closed");
            write.end();
            Fx.waitFor("the window is gone", () -> !window.stage.isShowing());
            assertThat(heard).containsExactly("Wrote 100 items.");
        }
    }

    @Test
    void aStopIsAnsweredBeforeTheEnvironmentChanges() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            UiContext context = Fx.onFx(() -> window.shell.current().context());
            HeldWrite write = write(context);

            Fx.onFx(() -> Platform.runLater(() -> ((ToggleButton) window.shell.root().lookup("#prdSwitch")).fire()));
            DialogPane question = dialog(window);
            press(question, TEXT.get("writes.stop"));
            new PromptResponder(window).awaitEnd(question);
            DialogPane waiting = dialog(window);
            assertThat(write.isAskedToStop()).isTrue();
            assertThat(Fx.onFx(() -> window.shell.current().context())).as("until it has stopped").isSameAs(context);
            write.end();
            new PromptResponder(window).awaitEnd(waiting);

            DialogPane answer = dialog(window);
            assertThat(heard).containsExactly("failed: " + HeldWrite.STOPPED);
            assertThat(text(answer)).contains(HeldWrite.STOPPED);
            press(answer, TEXT.get("writes.go-on"));
            Fx.waitFor("prd is open", () -> window.shell.current() != null && window.shell.current().context() != context
                    && !window.shell.model().openingProperty().get());
            assertClosed(context.session());
        }
    }

    @Test
    void stayingLeavesEverythingAsItIs() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            UiContext context = Fx.onFx(() -> window.shell.current().context());
            HeldWrite write = write(context);
            Fx.onFx(() -> Platform.runLater(window.shell::reopen));
            DialogPane question = dialog(window);
            press(question, TEXT.get("writes.stay"));
            new PromptResponder(window).awaitEnd(question);
            assertThat(Fx.onFx(() -> window.shell.current().context())).isSameAs(context);
            assertThat(write.isAskedToStop()).isFalse();
            write.end();
            Fx.waitFor("it is heard", () -> !heard.isEmpty());
        }
    }

    @Test
    void whatIsStagedIsNotLeftWithoutAQuestion() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            UiContext context = Fx.onFx(() -> window.shell.current().context());
            String table = "staged-" + UUID.randomUUID();
            context.session().tables().create(MessagesTablePreset.of(table, false, false, true), Progress.NONE);
            Item item = Item.builder().string("pk", "MSG#1").string("sk", "1").build();
            context.session().explorer().editor().put(table, List.of(item), false, Progress.NONE);
            Fx.onFx(() -> window.shell.open("items", Map.of("table", table)));
            Node root = window.shell.root();
            Fx.waitFor("the item is shown", () -> root.lookup("#items-table") != null);
            Fx.onFx(() -> {
                TableView<?> items = (TableView<?>) root.lookup("#items-table");
                items.getSelectionModel().select(0);
                items.getContextMenu().getItems().get(5).fire();
            });
            Fx.waitFor("the deletion is staged", () -> root.lookup("#commit") != null);

            Fx.onFx(() -> Platform.runLater(window.shell::reopen));
            DialogPane question = dialog(window);
            assertThat(text(question)).contains("1 staged edit");
            Fx.onFx(() -> Platform.runLater(((Button) question.lookupButton(question.getButtonTypes().getLast()))::fire));
            new PromptResponder(window).awaitEnd(question);
            assertThat(Fx.onFx(() -> window.shell.current().context())).as("stays").isSameAs(context);
        }
    }

    @Test
    void anAnswerThatComesAfterTheSessionWasLeftIsANotice() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            HeldWrite write = write(Fx.onFx(() -> window.shell.current().context()));
            // Not by a button, which would ask: as after the time to stop has run out.
            Fx.onFx(() -> window.shell.open(Environment.DEV));
            assertThat(write.isAskedToStop()).isTrue();
            write.end();
            Fx.waitFor("it is said", () -> text(window.shell.root()).contains(HeldWrite.STOPPED));
            window.opened();
        }
    }

    @Test
    void theApplicationDoesNotWaitForWritesOnTheThreadThatDraws() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Session session = Fx.onFx(() -> window.shell.current().context().session());
            HeldWrite write = write(Fx.onFx(() -> window.shell.current().context()));
            Fx.onFx(() -> window.shell.close());
            assertThat(session.permits().open()).as("it returned while something is written").hasSize(1);
            write.end();
            assertClosed(session);
        }
    }

    @Test
    void lockingByHandAsksWhatBecomesOfOpenWrites() {
        try (ShellFixture window = new ShellFixture(home, Environment.PRD, ShellFixture.PRD)) {
            UiContext context = Fx.onFx(() -> window.shell.current().context());
            HeldWrite write = new HeldWrite(null);
            Fx.onFx(() -> {
                context.session().lock().unlock("prd");
                context.jobs().start(TITLE, write, heard::add, failure -> heard.add("failed: " + failure.sentence()));
            });
            write.awaitWriting();
            Fx.onFx(() -> Platform.runLater(context.lock()::lockNow));
            DialogPane question = dialog(window);
            assertThat(text(question)).contains(TITLE);
            assertThat(context.session().lock().isOpen()).as("new writes are refused at once").isFalse();
            assertThatThrownBy(() -> context.session().permits().checkUnlocked("PutItem")).isInstanceOf(OperationRefusedException.class);
            assertThat(write.isAskedToStop()).as("before an answer").isFalse();
            press(question, TEXT.get("writes.stop"));
            Fx.waitFor("it is asked to stop", write::isAskedToStop);
            write.end();
            Fx.waitFor("it is heard", () -> heard.contains("failed: " + HeldWrite.STOPPED));
        }
    }
}
