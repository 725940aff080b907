package dev.switchboard.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Operates the screen with a robot: mouse and dialogs of the window. */
class UsersRobotTest {
    private final FxRobot robot = new FxRobot();
    @TempDir
    Path home;

    @Test
    void usersAreComparedAndSyncedAfterPreview() {
        TestContext test = new UsersFixture(home).filled().withStaleBruno().context(Environment.DEV);
        Stage stage = Screenshots.show(new StackPane(), 1000, 720);
        LoadedView view = Fx.onFx(() -> {
            LoadedView made = UsersController.SCREEN.loader().apply(LiveContext.of(test, stage));
            stage.setX(0);
            stage.setY(0);
            stage.getScene().setRoot(made.root());
            made.controller().shown(Map.of());
            return made;
        });
        Button compare = (Button) Fx.onFx(() -> view.root().lookup("#compare"));
        Fx.waitFor("Postgres is read", () -> !compare.isDisabled() && view.root().lookup(".state-column") == null);
        robot.clickOn("#compare");
        Button sync = (Button) Fx.onFx(() -> view.root().lookup("#sync"));
        Fx.waitFor("there is something to sync", () -> !sync.isDisabled());
        robot.clickOn("#sync");
        Screenshots.saveScene(robot.window(1).getScene(), "users-sync-dialog");
        robot.clickOn("Sync 2 users");
        Fx.waitFor("it is synced", () -> sync.getText().equals("Nothing to sync") && !compare.isDisabled());
        List<User> users = test.context().session().users().all();
        assertThat(users.stream().filter(User::synced)).extracting(User::handle).containsExactlyInAnyOrder("ada", "bruno");
        Fx.onFx(stage::hide);
    }
}
