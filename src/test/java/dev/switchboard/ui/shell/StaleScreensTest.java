package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.cli.CommandLineProgram;
import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.cli.invocation.InterruptHandler;
import dev.switchboard.cli.invocation.UiLauncher;
import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Participant;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.session.DataChange;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.notice.NoticeLog;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestSettings;
import dev.switchboard.users.DatabaseSetupRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the window while what it shows is dropped, set up again, and written to by another process. */
class StaleScreensTest {
    @TempDir
    Path home;

    @Test
    void screensFollowWhatIsDroppedSetUpAndSentElsewhere() {
        Map<Setting, String> settings = TestSettings.fresh(home);
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, settings)) {
            Session session = window.shell.current().context().session();
            String group = setUp(session);
            open(window, "users", Map.of());
            Fx.waitFor("the users are listed", () -> rows(window, "#users") == 6);
            Fx.onFx(() -> ((Button) window.shell.view().host().lookup("#compare")).fire());
            Fx.waitFor("the users are compared", () -> window.shell.view().host().lookup("#sync").isVisible());
            open(window, "conversations", Map.of("user", "ada", "group", group));
            Fx.waitFor("the messages are shown", () -> text(window, "#shown").contains("1 message"));
            Fx.waitFor("it is told as of when it is", () -> asOf(window).startsWith("As of "));

            open(window, "database", Map.of());
            session.databaseAdministrator().drop(new DatabaseDropRequest(session.database().url().database(), true), Progress.NONE);
            open(window, "users", Map.of());
            Fx.waitFor("the users are gone", () -> shows(window, ViewState.Empty.class) && rows(window, "#users") == 0);
            assertThat(Fx.onFx(() -> window.shell.view().host().lookup("#sync").isDisabled())).as("nothing is left to sync").isTrue();
            Screenshots.saveScene(window.stage.getScene(), "stale-users-dropped");
            open(window, "conversations", Map.of());
            Fx.waitFor("their conversations are gone", () -> shows(window, ViewState.Empty.class) && !shows(window, "#split"));
            assertThat(asOf(window)).isEmpty();

            session.setupRun().run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE);
            Fx.waitFor("the failure goes by itself", () -> shows(window, "#split"));
            open(window, "users", Map.of());
            Fx.waitFor("the users are back", () -> rows(window, "#users") == 6);

            open(window, "conversations", Map.of("user", "ada", "group", group));
            Fx.waitFor("the conversation is open again", () -> text(window, "#shown").contains("1 message"));
            assertThat(commandLine(settings, "conversations", "send", group, "--as", "bruno", "From the command line")).isZero();
            Fx.waitFor("the message is shown without a click", () -> text(window, "#shown").contains("2 messages"));
            Screenshots.saveScene(window.stage.getScene(), "stale-conversations-followed");
        }
    }

    private static String setUp(Session session) {
        session.setupRun().run(DatabaseSetupRunner.safeSteps(), null, Progress.NONE);
        session.tables().create(MessagesTablePreset.of(session.settings().messagesTable(), false, false, true), Progress.NONE);
        Participant ada = Participant.of(session.users().byHandle("ada").orElseThrow());
        Participant bruno = Participant.of(session.users().byHandle("bruno").orElseThrow());
        return ((ConversationStartResult.New) session.sending().start(ada, bruno, "Hello")).groupUuid();
    }

    @Test
    void noticeThatIsNoLongerTrueIsWithdrawnAndOthersStay() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Session session = window.shell.current().context().session();
            NoticeLog notices = window.shell.view().notices();
            Fx.onFx(() -> {
                notices.done("Saved", "Reconnect", () -> {});
                notices.done("Deleted own-table", "Restore…", () -> {},
                        later -> later instanceof DataChange.Tables(String _, String table) && table.equals("own-table"));
            });
            assertThat(notices.actionsProperty().get()).isEqualTo(2);
            session.tables().create(MessagesTablePreset.of("own-table", false, false, true), Progress.NONE);
            Fx.waitFor("one action is left", () -> notices.actionsProperty().get() == 1);
            assertThat(notices.all().getLast().action()).isNotNull();
            session.tableDropper().drop("own-table", "own-table", false, Progress.NONE);
        }
    }

    private int commandLine(Map<Setting, String> settings, String... arguments) {
        Map<String, String> variables = Map.of(
                "AWS_ENDPOINT_URL", settings.get(Setting.DYNAMODB_ENDPOINT),
                "DDB_MESSAGE_TABLE", settings.get(Setting.MESSAGES_TABLE),
                "CONNECTION_URL", settings.get(Setting.POSTGRES_URL));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, false, StandardCharsets.UTF_8)) {
            CliContext context = new CliContext(out, out, new ByteArrayInputStream(new byte[0]), variables, new Home(home), null, false);
            int status = new CommandLineProgram(context, new NoWindow(), new InterruptHandler()).run(arguments);
            out.flush();
            assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
            return status;
        }
    }

    private static final class NoWindow implements UiLauncher {
        @Override
        public int openWindow(Environment environment, Map<Setting, String> commandLine, Home ofHome, @Nullable Path backup) {
            throw new AssertionError("a command opens no window");
        }

        @Override
        public List<Path> drawPictures(Session session, Path folder) {
            return List.of();
        }
    }

    private static void open(ShellFixture window, String screen, Map<String, String> arguments) {
        Fx.onFx(() -> window.shell.open(screen, arguments));
    }

    private static int rows(ShellFixture window, String table) {
        return window.shell.view().host().lookup(table) instanceof TableView<?> found ? found.getItems().size() : -1;
    }

    /** The texts of the labels with an ID, which both lists of Conversations have. */
    private static String text(ShellFixture window, String id) {
        return window.shell.view().host().lookupAll(id).stream().map(node -> ((Label) node).getText()).toList().toString();
    }

    private static String asOf(ShellFixture window) {
        return Fx.onFx(() -> ((Label) window.shell.root().lookup("#asOf")).getText());
    }

    private static boolean shows(ShellFixture window, String id) {
        Node node = window.shell.view().host().lookup(id);
        return node != null && node.isVisible();
    }

    private static boolean shows(ShellFixture window, Class<? extends ViewState> kind) {
        return window.shell.view().host().lookupAll(".state-overlay").stream()
                .anyMatch(node -> kind.isInstance(((StateOverlay) node).stateProperty().get()));
    }
}
