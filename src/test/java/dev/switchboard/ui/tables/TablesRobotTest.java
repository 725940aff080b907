package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Operates the screen with a robot: mouse, keyboard, and dialogs of the window. */
class TablesRobotTest {
    private final FxRobot robot = new FxRobot();
    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    @Test
    void tableIsCreatedFromPresetAndDroppedWithTypedName() {
        TestContext test = TablesFixture.context(home, Environment.DEV);
        Stage stage = Screenshots.show(new StackPane(), 1000, 720);
        LoadedView view = Fx.onFx(() -> {
            UiContext context = LiveContext.of(test, stage);
            LoadedView made = TablesController.SCREEN.loader().apply(context);
            stage.setX(0);
            stage.setY(0);
            stage.getScene().setRoot(made.root());
            made.controller().shown(Map.of());
            return made;
        });
        Fx.waitFor("the empty state is shown", () -> view.root().lookup(".state-column .state-other") != null);
        robot.clickOn(".state-column .state-other");
        Screenshots.saveScene(robot.window(1).getScene(), "tables-create-dialog");
        robot.clickOn("Create table");
        TableView<TableDetails> table = find(view);
        Fx.waitFor("the table is there", () -> test.notices().said.size() == 1 && table.getItems().size() == 1);

        robot.clickOn("#drop");
        Fx.waitFor("the name is asked for", () -> robot.lookup("#typed-word").tryQuery().isPresent());
        Fx.onFx(() -> robot.lookup("#typed-word").queryAs(TextField.class).setText("cruddur-messages"));
        Screenshots.saveScene(robot.window(1).getScene(), "tables-drop-dialog");
        robot.clickOn("Back up and drop cruddur-messages");
        Fx.waitFor("the table is gone", () -> test.notices().said.size() == 2);
        assertThat(test.notices().said.getLast()).startsWith("Deleted cruddur-messages. Backup saved").endsWith("[Restore…]");

        Fx.onFx(() -> Platform.runLater(test.notices().offered));
        Fx.waitFor("it is asked first", () -> robot.lookup(".switchboard-dialog").tryQuery().isPresent());
        robot.clickOn(robot.lookup(".switchboard-dialog .button.accent").queryButton());
        Fx.waitFor("the table is back", () -> test.notices().said.size() == 3 && table.getItems().size() == 1);
        Fx.onFx(stage::hide);
    }

    @SuppressWarnings("unchecked")
    private static TableView<TableDetails> find(LoadedView view) {
        return (TableView<TableDetails>) Fx.onFx(() -> {
            view.root().layout();
            return view.root().lookup("#tables");
        });
    }
}
