package dev.switchboard.ui.shell;

import dev.switchboard.job.JobRunner;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.testing.Fx;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** A real shell window with a separate home folder; jobs run one after the other on the JavaFX thread of the test. */
final class ShellFixture implements AutoCloseable {
    /** The required settings of prd, all of them with local addresses on which no server listens. */
    static final Map<Setting, String> PRD = Map.of(
            Setting.AWS_REGION, "eu-central-1",
            Setting.EXPECTED_ACCOUNT, "111122223333",
            Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9",
            Setting.COGNITO_ENDPOINT, "http://127.0.0.1:9",
            Setting.POSTGRES_URL, "postgresql://operator:none@127.0.0.1:9/cruddur",
            Setting.USER_POOL_ID, "eu-central-1_Example");

    final Shell shell;
    final Stage stage;
    final WindowSettings kept;

    ShellFixture(Path home, Environment environment, Map<Setting, String> settings) {
        this(home, environment, settings, JobRunner.onVirtualThreads());
    }

    ShellFixture(Path home, Environment environment, Map<Setting, String> settings, JobRunner runner) {
        this(home, environment, settings, runner, true);
    }

    /** @param wait whether the session is open when this returns */
    ShellFixture(Path home, Environment environment, Map<Setting, String> settings, JobRunner runner, boolean wait) {
        kept = WindowSettings.of(SettingsFile.read(new Home(home).settingsFile()));
        LaunchOptions start = new LaunchOptions(new Home(home), settings, Map.of(), environment, null);
        Stage[] made = new Stage[1];
        shell = Fx.onFx(() -> {
            made[0] = new Stage();
            Shell built = new Shell(start, kept, runner, javafx.application.Platform::runLater, () -> made[0]);
            Scene scene = new Scene(built.root(), 1240, 800);
            Theme.dress(scene);
            built.keys().install(scene);
            made[0].setScene(scene);
            made[0].setWidth(1240);
            made[0].setHeight(800);
            made[0].setX(0);
            made[0].setY(0);
            made[0].show();
            Fx.leaveUnpainted(made[0]);
            return built;
        });
        stage = made[0];
        Fx.onFx(() -> shell.open(environment));
        if (wait) {
            opened();
        }
    }

    /** Waits until no session is being opened or closed any more. */
    void settled() {
        Fx.waitFor("nothing is opened or closed any more", () -> shell.ownJobs().running().isEmpty());
    }

    /** Waits until the session is open. */
    void opened() {
        Fx.waitFor("the session is open", () -> shell.current() != null && !shell.model().openingProperty().get());
    }

    /** Presses a key combination. */
    void press(KeyCode... keys) {
        Fx.onFx(() -> {
            stage.requestFocus();
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        Fx.pulse();
    }

    String screen() {
        return Fx.onFx(() -> shell.model().screenProperty().get());
    }

    @Override
    public void close() {
        Fx.onFx(() -> {
            stage.hide();
            return shell.close();
        }).join();
        kept.state().close();
    }
}
