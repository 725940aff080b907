package dev.switchboard.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.Call;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityScreenTest {
    @TempDir
    Path home;

    @Test
    void callsAreShownWithEquivalentCommand() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        test.context().session().doctor().check(Progress.NONE, result -> {});
        LoadedView view = Fx.onFx(() -> ActivityController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        TableView<Call> table = calls(view);
        Fx.onFx(() -> {
            Call describe = table.getItems().stream().filter(call -> call.operation().equals("DescribeTable")).findFirst().orElseThrow();
            table.getSelectionModel().select(describe);
        });
        Screenshots.saveScene(stage.getScene(), "activity-full");
        assertThat(((TextArea) view.root().lookup("#command")).getText()).startsWith("aws dynamodb describe-table");
        int before = table.getItems().size();
        test.context().session().tables().names();
        Fx.waitFor("the call appears by itself", () -> table.getItems().size() > before);
        assertThat(table.getSelectionModel().getSelectedItem().operation()).as("the selection stays with its call")
                .isEqualTo("DescribeTable");
        Fx.onFx(() -> {
            view.controller().closed();
            stage.hide();
        });
    }

    @SuppressWarnings("unchecked")
    private static TableView<Call> calls(LoadedView view) {
        return (TableView<Call>) view.root().lookup("#table");
    }

    @Test
    void emptyStateIsShownBeforeFirstCall() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.dead());
        LoadedView view = Fx.onFx(() -> ActivityController.SCREEN.loader().apply(test.context()));
        Screenshots.save(view.root(), "activity-empty", 1072, 720);
        assertThat(view.root().lookup(".state-badge")).isNotNull();
        Fx.onFx(() -> view.controller().closed());
    }
}
