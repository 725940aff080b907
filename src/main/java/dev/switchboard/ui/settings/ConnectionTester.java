package dev.switchboard.ui.settings;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.connection.DatabaseConnectionTestResult;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Tests the connection to a backend in a separate session, so that the settings are used as they are typed. */
final class ConnectionTester {
    /** The result of a test. */
    record TestResult(boolean good, String text, @Nullable String remedy) {}

    /** Calls the backend and returns a description of the response. */
    private interface BackendCall {
        String answer(Session session, Progress progress);
    }

    private static final Messages TEXT = Messages.of(ConnectionTester.class);
    private final Backend backend;
    private final BackendCall call;
    private final UiContext context;
    private final Supplier<Settings> settings;
    private final LatestJobRunner slot;
    private final ReadOnlyObjectWrapper<@Nullable TestResult> result = new ReadOnlyObjectWrapper<>();

    private ConnectionTester(Backend backend, BackendCall call, UiContext context, Supplier<Settings> settings) {
        this.backend = backend;
        this.call = call;
        this.context = context;
        this.settings = settings;
        slot = context.jobs().slot();
    }

    /**
     * The tests for all backends.
     *
     * @param settings the settings to try, asked for when a test begins
     */
    static List<ConnectionTester> all(UiContext context, Supplier<Settings> settings) {
        return List.of(
                new ConnectionTester(Backend.DYNAMODB, ConnectionTester::dynamoDb, context, settings),
                new ConnectionTester(Backend.POSTGRESQL, ConnectionTester::postgres, context, settings),
                new ConnectionTester(Backend.COGNITO, ConnectionTester::cognito, context, settings));
    }

    private static String dynamoDb(Session session, Progress progress) {
        return TEXT.get("test.dynamodb", session.tables().names().size());
    }

    private static String postgres(Session session, Progress progress) {
        DatabaseConnectionTestResult report = session.reachability().check(session.database().url());
        if (!report.reachable()) {
            String remedy = report.command() == null ? report.remedy() : report.remedy() + " " + report.command();
            throw new OperationFailedException(report.sentence(), remedy);
        }
        return report.sentence();
    }

    private static String cognito(Session session, Progress progress) {
        return session.userPool().describe();
    }

    Backend backend() {
        return backend;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return slot.runningProperty();
    }

    /** The result of the last test; null before the first test and after the settings changed. */
    ReadOnlyObjectProperty<@Nullable TestResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    void run() {
        Settings tried = settings.get();
        slot.start(TEXT.get("test.title", backend.title()), progress -> answer(tried, progress), result::set, this::failed);
    }

    private TestResult answer(Settings tried, Progress progress) {
        try (Session session = new Session(context.session().home(), tried, InstantSource.system())) {
            long began = System.nanoTime();
            String text = call.answer(session, progress);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new TestResult(true, TEXT.get("test.answered", text, Formats.duration(took)), null);
        }
    }

    private void failed(Explanation explanation) {
        result.set(new TestResult(false, explanation.sentence(), explanation.remedy()));
    }

    /** Clears the last result. */
    void forget() {
        slot.cancel();
        result.set(null);
    }
}
