package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.conversations.thread.ThreadEntry;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Operates the screen with a robot: clicks, keys, and the mouse wheel. */
class ConversationsRobotTest {
    private final FxRobot robot = new FxRobot();
    @TempDir
    Path home;
    @AutoClose private Backends backends;
    private Stage stage;
    private SeedPlan plan;

    @BeforeEach
    void open() {
        backends = Backends.ready(home);
        plan = backends.session().seeder().plan(
                RawConversationWriter.person(backends.user("ada")), RawConversationWriter.person(backends.user("bruno")),
                ConversationFileReader.bundled(), null);
        backends.session().seeder().run(plan, Progress.NONE);
        stage = Screenshots.show(new StackPane(), 1000, 720);
        Fx.onFx(() -> {
            LoadedView view = ConversationsController.load(LiveContext.of(backends.dev()), () -> Backends.NOW);
            stage.setX(0);
            stage.setY(0);
            stage.getScene().setRoot(view.root());
            view.controller().shown(Map.of());
        });
        Fx.waitFor("the users are there", () -> find("#list") instanceof ListView<?> list && list.getItems().size() > 5);
    }

    @AfterEach
    void hide() {
        Fx.onFx(stage::hide);
    }

    private static void settle() {
        Fx.pulse();
        Fx.pulse();
    }

    private <N extends Node> N find(String selector) {
        @SuppressWarnings("unchecked") N found = (N) Fx.onFx(() -> stage.getScene().lookup(selector));
        return found;
    }

    /** Selects Ada, then her conversation with Bruno; the messages are loaded on another thread. */
    private ListView<ThreadEntry> openConversation() {
        Fx.waitFor("Ada is drawn", () -> robot.lookup("@ada").tryQuery().isPresent());
        robot.clickOn("@ada");
        TableView<MessageGroup> groups = find("#table");
        Fx.waitFor("the group is there", () -> groups.getItems().size() == 1);
        settle();
        robot.clickOn(plan.messages().getLast().text());
        ListView<ThreadEntry> thread = find("#thread");
        Fx.waitFor("the messages are there", () -> thread.getItems().size() > MessagesViewModel.PAGE);
        settle();
        return thread;
    }

    @Test
    void selectUserOpenConversationTypeAndSend() {
        ListView<ThreadEntry> thread = openConversation();
        TextArea words = find("#words");
        robot.clickOn("#words");
        robot.type(KeyCode.O);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        robot.type(KeyCode.K);
        assertThat(Fx.onFx(() -> words.getText())).isEqualTo("o\nk");
        robot.type(KeyCode.ENTER);
        Fx.waitFor("the message is sent", () -> words.getText().isEmpty());
        assertThat(backends.session().conversations().messages(plan.groupUuid(), new TimeRange.All(), 1, null).rows().getFirst().text())
                .isEqualTo("o\nk");
        assertThat(Fx.onFx(() -> thread.getItems().getLast())).isInstanceOfSatisfying(ThreadEntry.Bubble.class, bubble -> {
            assertThat(bubble.own()).isTrue();
            assertThat(bubble.message().text()).isEqualTo("o\nk");
        });
        settle();
        assertThat(Fx.onFx(() -> flow(thread).getLastVisibleCell().getIndex())).isEqualTo(Fx.onFx(() -> thread.getItems().size() - 1));
    }

    @Test
    void scrollingToTopLoadsOlderMessagesAndKeepsPosition() {
        ListView<ThreadEntry> thread = openConversation();
        ThreadEntry.Bubble first = Fx.onFx(() -> (ThreadEntry.Bubble) thread.getItems().get(2));
        int before = thread.getItems().size();
        Fx.onFx(() -> flow(thread).setPosition(0.1));
        settle();
        Fx.onFx(() -> flow(thread).setPosition(0));
        Fx.waitFor("older messages are there", () -> thread.getItems().size() >= before + MessagesViewModel.PAGE);
        settle();
        // The previous first message is still near the top of the view, below the older ones.
        assertThat(Fx.onFx(() -> top(thread, first))).isBetween(0.0, 120.0);
        assertThat(Fx.onFx(() -> flow(thread).getFirstVisibleCell().getIndex())).isGreaterThan(MessagesViewModel.PAGE - 10);
    }

    private boolean endInView(ListView<ThreadEntry> thread) {
        return flow(thread).getLastVisibleCell().getIndex() == thread.getItems().size() - 1;
    }

    @Test
    void sendingWhileScrolledUpShowsTheSentMessage() {
        ListView<ThreadEntry> thread = openConversation();
        Fx.onFx(() -> flow(thread).setPosition(0.3));
        settle();
        assertThat(Fx.onFx(() -> endInView(thread))).isFalse();
        robot.clickOn("#words");
        robot.type(KeyCode.O, KeyCode.ENTER);
        Fx.waitFor("the sent message is in view", () -> thread.getItems().getLast() instanceof ThreadEntry.Bubble bubble
                && bubble.message().text().equals("o") && endInView(thread));
    }

    @Test
    void newestButtonIsThereWhileScrolledUpAndReachedByKeyboard() {
        ListView<ThreadEntry> thread = openConversation();
        Node newest = find("#newest");
        assertThat(Fx.onFx(newest::isVisible)).isFalse();
        Fx.onFx(() -> flow(thread).setPosition(0.3));
        settle();
        assertThat(Fx.onFx(newest::isVisible)).isTrue();
        Screenshots.saveScene(stage.getScene(), "conversations-scrolled-up");
        Fx.onFx(thread::requestFocus);
        robot.push(KeyCode.TAB);
        assertThat(Fx.onFx(newest::isFocused)).isTrue();
        robot.push(KeyCode.SPACE);
        Fx.waitFor("the newest message is in view", () -> endInView(thread) && !newest.isVisible());
        assertThat(Fx.onFx(thread::isFocused)).isTrue();
    }

    @Test
    void buttonLoadsOlderMessages() {
        ListView<ThreadEntry> thread = openConversation();
        int before = thread.getItems().size();
        robot.clickOn("#older");
        Fx.waitFor("older messages are there", () -> thread.getItems().size() >= before + MessagesViewModel.PAGE);
    }

    private static VirtualFlow<?> flow(ListView<?> list) {
        return (VirtualFlow<?>) list.lookup(".virtual-flow");
    }

    /** The distance of a message from the top of the view. */
    private static double top(ListView<ThreadEntry> thread, ThreadEntry.Bubble bubble) {
        for (int i = 0; i < thread.getItems().size(); i++) {
            if (thread.getItems().get(i) instanceof ThreadEntry.Bubble other && other.message().equals(bubble.message())) {
                return flow(thread).getCell(i).getLayoutY();
            }
        }
        throw new AssertionError("The message is not in the list");
    }
}
