package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchboard.activity.Call;
import dev.switchboard.failure.Explanation;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.SecretScanner;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.code.CodeEditor;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.WindowDialogs;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.TestSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A typed password does not appear on any screen, in the activity log, in error details, in the log, or in thread names. */
class WindowSecretsTest {
    private static final String RIGHT = "rightSecret2f90a";
    private static final String WRONG = "wrongSecret77d1c";

    private final SecretScanner evidence = new SecretScanner();
    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private final Logger root = Logger.getLogger("");
    private final List<Handler> others = List.of(root.getHandlers());
    private final Handler log = new Handler() {
        private final SimpleFormatter words = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            evidence.add("log", words.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path home;

    @BeforeEach
    void makeARoleAndListen() throws Exception {
        // Redirected, so that the intended exception of this test is not printed.
        others.forEach(root::removeHandler);
        root.addHandler(log);
        try (Connection connection = TestEngines.connect(postgres, postgres.database());
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + role() + " superuser login password '" + RIGHT + "'");
        }
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(log);
        others.forEach(root::addHandler);
    }

    private String role() {
        return "guest_" + postgres.database();
    }

    private Map<Setting, String> asking() {
        Map<Setting, String> settings = new HashMap<>(TestSettings.fresh(home));
        settings.put(Setting.POSTGRES_URL, "postgresql://" + role() + "@127.0.0.1:" + postgres.port() + "/" + postgres.database());
        return settings;
    }

    @Test
    void typedPasswordIsNotLeaked() throws Exception {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, asking())) {
            PromptResponder hands = new PromptResponder(window);
            Session session = window.shell.current().context().session();
            DialogPane asked = hands.question();
            hands.type(asked, WRONG);
            hands.awaitEnd(asked);
            Fx.waitFor("it was refused",
                    () -> session.activity().calls().stream().anyMatch(call -> String.valueOf(call.error()).contains("28P01")));
            Fx.onFx(() -> window.shell.open("users"));
            DialogPane again = hands.question();
            evidence.addThreads(home);
            tellOfARefusal(session);
            hands.type(again, RIGHT);
            hands.awaitEnd(again);
            look(window);
        }
        evidence.addFiles(home);
        assertThat(evidence.of("activity")).contains("28P01", "test_");
        assertThat(evidence.of("command to copy")).contains("psql 'postgresql://" + role() + "@", "aws dynamodb");
        assertThat(evidence.of("screen users")).contains("Users");
        assertThat(evidence.of("details that were copied")).contains("28P01");
        assertThat(evidence.of("log")).contains("Uncaught exception", "password authentication failed");
        assertThat(evidence.of("threads")).contains("JavaFX Application Thread", "job: ");
        evidence.assertHoldsNone(RIGHT, WRONG);
    }

    /** Collects every screen, the recorded calls, the threads, and the process list. */
    private void look(ShellFixture window) throws Exception {
        for (ScreenDefinition screen : Screens.all()) {
            Fx.onFx(() -> window.shell.open(screen.id()));
            Fx.waitFor("it has loaded", () -> window.shell.current().context().jobs().running().isEmpty());
            evidence.add("screen " + screen.id(), Fx.onFx(() -> read(window.shell.root())));
        }
        for (Call call : window.shell.current().context().session().activity().calls()) {
            evidence.add("activity", call.toString()).add("command to copy", call.command());
        }
        evidence.addThreads(home);
        evidence.addProcesses(ProcessHandle.current());
    }

    /** A driver exception as an uncaught exception, in the error dialog, and in the copied details. */
    private void tellOfARefusal(Session session) {
        PostgresEngine mistaken = new PostgresEngine("", postgres.host(), postgres.port(), role(), WRONG, postgres.database());
        Throwable refused = catchThrowable(() -> TestEngines.connect(mistaken, postgres.database()));
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace, true));
        evidence.add("stack trace", trace.toString());
        List<Explanation> bugs = new CopyOnWriteArrayList<>();
        CrashHandler.showBy(bugs::add);
        CrashHandler.caught("a thread", new IllegalStateException("of this test", refused));
        Fx.waitFor("it is shown", () -> !bugs.isEmpty());
        evidence.add("bug", bugs.toString());
        Explanation explanation = session.explanations().of(refused);
        Fx.onFx(() -> Platform.runLater(() -> new WindowDialogs(() -> null, Environment.DEV).error(explanation)));
        Fx.waitFor("the error is shown", () -> errorDialog() != null);
        Fx.onFx(() -> {
            DialogPane dialog = errorDialog();
            evidence.add("error dialog", read(dialog));
            ((Button) dialog.lookup(".button.small")).fire();
            evidence.add("details that were copied", Clipboard.getSystemClipboard().getString());
            Button close = (Button) dialog.lookupButton(dialog.getButtonTypes().getFirst());
            Platform.runLater(close::fire);
        });
        Fx.waitFor("it is closed", () -> errorDialog() == null);
    }

    private static DialogPane errorDialog() {
        return List.copyOf(javafx.stage.Window.getWindows()).stream()
                .map(each -> each.getScene().getRoot())
                .filter(each -> each instanceof DialogPane pane && pane.lookup(".button.small") != null)
                .map(DialogPane.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** All text below a node, collapsed or not, except in password fields. */
    private static String read(Node node) {
        StringBuilder text = new StringBuilder();
        switch (node) {
            case PasswordField secret -> text.append("•••\n");
            case CodeEditor editor -> text.append(editor.getText()).append('\n');
            case TextInputControl input -> text.append(input.getText()).append('\n');
            case TitledPane folded -> text.append(folded.getText()).append('\n').append(read(folded.getContent()));
            case Labeled labeled -> text.append(labeled.getText()).append('\n');
            default -> text.append(node.getAccessibleText()).append('\n');
        }
        if (node instanceof Parent parent && !(node instanceof PasswordField)) {
            parent.getChildrenUnmodifiable().forEach(child -> text.append(read(child)));
        }
        return text.toString();
    }
}
