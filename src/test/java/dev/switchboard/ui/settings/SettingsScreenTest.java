package dev.switchboard.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsScreenTest {
    @TempDir
    Path home;

    @Test
    void devAtItsDefaults() {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of(Setting.MESSAGES_TABLE, "cruddur-test"));
        LoadedView view = Fx.onFx(() -> SettingsController.SCREEN.loader().apply(test.context()));
        Screenshots.save(view.root(), "settings-dev", 1072, 720);
        Screenshots.save(view.root(), "settings-dev-whole", 1072, 1120);
        TextField table = (TextField) view.root().lookup("#setting-messagesTable");
        assertThat(table.isEditable()).as("the command line overrides the file").isFalse();
        assertThat(table.getText()).isEqualTo("cruddur-test");
    }

    @Test
    void prdWithInvalidValueCannotBeSaved() {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of());
        LoadedView view = Fx.onFx(() -> SettingsController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> {
            ((ToggleButton) view.root().lookup(".right-pill")).fire();
            ((TextField) view.root().lookup("#setting-postgresUrl")).setText("postgresql://ann:secret@db.example.com/cruddur");
            ((TextField) view.root().lookup("#setting-awsRegion")).setText("eu-central-1");
        });
        Screenshots.saveScene(stage.getScene(), "settings-prd-wrong");
        Fx.onFx(stage::hide);
        assertThat(((Button) view.root().lookup(".button.accent")).isDisabled()).isTrue();
    }

    @Test
    void connectionTestsShowSuccessAndFailure() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.dead());
        LoadedView view = Fx.onFx(() -> SettingsController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        for (String backend : new String[] {"DYNAMODB", "POSTGRESQL", "COGNITO"}) {
            Fx.onFx(() -> ((Button) view.root().lookup("#test-" + backend)).fire());
        }
        Screenshots.saveScene(stage.getScene(), "settings-failing");
        assertThat(view.root().lookupAll(".ikonli-font-icon.danger")).hasSizeGreaterThanOrEqualTo(3);
        Fx.onFx(stage::hide);
    }
}
