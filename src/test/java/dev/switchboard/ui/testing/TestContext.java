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
 * A context whose jobs run on the calling thread and whose operator answers as the test says.
 *
 * @param context what a screen is given
 * @param dialogs the operator
 * @param notices what was said
 * @param navigator where it went
 */
public record TestContext(UiContext context, FakeDialogs dialogs, FakeNotices notices, FakeNavigator navigator) {

    /** @param settings such as the endpoint of {@code TestEngines}, as if given on the command line */
    public static TestContext of(Path home, Environment environment, Map<Setting, String> settings) {
        Home folder = new Home(home);
        SettingsFile file = SettingsFile.read(folder.settingsFile());
        Session session = new Session(folder, Settings.resolve(environment, settings, Map.of(), file), InstantSource.system());
        return of(session, new SettingSources(settings, Map.of(), file));
    }

    /** Around a session that the test opened. */
    public static TestContext of(Session session, SettingsFile file) {
        return of(session, new SettingSources(Map.of(), Map.of(), file));
    }

    /** Around a session that the test opened, with settings from other places than the file. */
    public static TestContext of(Session session, SettingSources sources) {
        FakeDialogs dialogs = new FakeDialogs();
        FakeNotices notices = new FakeNotices();
        FakeNavigator navigator = new FakeNavigator();
        UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, session.explanations());
        LockViewModel lock =
                new LockViewModel(session.lock(), session.environment(), Runnable::run, () -> navigator.ways.add("unlock"), () -> {});
        UiContext context = new UiContext(session, jobs, dialogs, notices, lock, new WindowState(sources.file()), sources, navigator);
        return new TestContext(context, dialogs, notices, navigator);
    }
}
