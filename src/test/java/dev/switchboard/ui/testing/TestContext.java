package dev.switchboard.ui.testing;

import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.common.SettingSources;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.WindowState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * A context with jobs on the calling thread and dialogs that are answered by the test.
 *
 * @param context the context for screens
 * @param dialogs the fake dialogs
 * @param notices the recorded notifications
 * @param navigator the recorded navigation
 */
public record TestContext(UiContext context, FakeDialogs dialogs, FakeNotices notices, FakeNavigator navigator) {

    /** @param settings settings as given on the command line, such as the endpoint of {@code TestEngines} */
    public static TestContext of(Path home, Environment environment, Map<Setting, String> settings) {
        Home folder = new Home(home);
        SettingsFile file = SettingsFile.read(folder.settingsFile());
        Session session = new Session(folder, Settings.resolve(environment, settings, Map.of(), file), InstantSource.system());
        return of(session, new SettingSources(settings, Map.of(), file));
    }

    /** Creates a context for a session of the test. */
    public static TestContext of(Session session, SettingsFile file) {
        return of(session, new SettingSources(Map.of(), Map.of(), file));
    }

    /** Creates a context for a session of the test, with settings from other sources than the file. */
    public static TestContext of(Session session, SettingSources sources) {
        FakeDialogs dialogs = new FakeDialogs();
        FakeNotices notices = new FakeNotices();
        FakeNavigator navigator = new FakeNavigator();
        UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, session.explanations());
        LockViewModel lock =
                new LockViewModel(session.lock(), session.environment(), Runnable::run, () -> navigator.ways.add("unlock"), () -> {});
        WindowState state = new WindowState(sources.file());
        // Otherwise it writes half a second after a change, while the test's folder may be being deleted. A later close still writes.
        state.close();
        UiContext context = new UiContext(session, jobs, dialogs, notices, lock, state, sources, navigator);
        return new TestContext(context, dialogs, notices, navigator);
    }
}
