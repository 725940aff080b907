package dev.switchboard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.HeldJobs;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    @TempDir
    Path home;

    @Test
    void repairsAloneSetUpEmptyEnvironment() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        OverviewViewModel model = new OverviewViewModel(test.context(), test.context().session().doctor());
        model.check();
        assertThat(model.statusProperty().get()).isEqualTo(OverviewViewModel.OverviewStatus.EMPTY);
        assertThat(model.results()).extracting(CheckResult::id).startsWith("dynamodb", "postgres", "cognito").contains("messages-table");

        for (int i = 0; i < 8 && model.statusProperty().get() != OverviewViewModel.OverviewStatus.GOOD; i++) {
            model.results().stream().filter(result -> result.repair() != null).findFirst().ifPresent(model::repair);
        }

        assertThat(test.dialogs().errors).isEmpty();
        assertThat(model.results()).allMatch(result -> result.state() == CheckState.OK);
        assertThat(test.notices().said).isNotEmpty();
        LoadedView view = Fx.onFx(() -> OverviewController.SCREEN.loader().apply(test.context()));
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Screenshots.save(view.root(), "overview-good", 1072, 1400);
        Screenshots.save(view.root(), "overview-narrow", 780, 720);
    }

    @Test
    void emptyEnvironmentShowsFailedChecks() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        LoadedView view = Fx.onFx(() -> OverviewController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Screenshots.saveScene(stage.getScene(), "overview-empty");
        Fx.onFx(() -> ((Button) view.root().lookup("#repair-messages-table")).fire());
        Fx.onFx(() -> assertThat(view.root().lookup("#repair-messages-table")).as("repaired, so the button is gone").isNull());
        Fx.onFx(stage::hide);
    }

    @Test
    void fixAllRunsEveryRepair() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        OverviewViewModel model = new OverviewViewModel(test.context(), test.context().session().doctor());
        model.check();
        assertThat(model.repairs()).isGreaterThan(1);
        test.dialogs().agrees = false;
        model.repairAll();
        assertThat(test.notices().said).as("not confirmed").isEmpty();
        test.dialogs().agrees = true;
        model.repairAll();
        assertThat(test.dialogs().errors).isEmpty();
        assertThat(model.statusProperty().get()).isEqualTo(OverviewViewModel.OverviewStatus.GOOD);
        int messages = ConversationFileReader.bundled().size();
        assertThat(test.dialogs().asked.getLast()).startsWith("Run 2 repairs?").contains("Create table: ", "Set up database: ",
                "If they are needed after that", "Writes " + messages + " messages between two users");
        assertThat(test.notices().said).singleElement().asString().isEqualTo(
                "Completed: Create table, Set up database, Seed conversation.");
    }

    @Test
    void bannerShowsTheProgressOfRepairsInsteadOfTheFormerFailures() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        test.context().session().databaseSetup().loadSchema(Progress.NONE);
        HeldJobs held = new HeldJobs(title -> title.startsWith("Run "));
        LoadedView view = Fx.onFx(() -> OverviewController.SCREEN.loader().apply(LiveContext.of(test, held, Platform::runLater)));
        Stage stage = Screenshots.show(view.root(), 832, 620);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Fx.waitFor("repairs are offered", () -> shown(view, "#repairAll"));
        Button repairAll = (Button) view.root().lookup("#repairAll");
        assertThat(repairAll.getText()).isEqualTo("Run 2 repairs…");
        assertThat(repairAll.getTooltip().getText()).contains("Create table: ", "Seed users: ", "Writes ");
        Screenshots.saveScene(stage.getScene(), "overview-repairs");
        Fx.onFx(repairAll::fire);
        held.awaitHeld();
        Fx.waitFor("the progress is shown", () -> shown(view, "#running"));
        assertThat(shown(view, "#status")).as("the former failures").isFalse();
        assertThat(view.root().lookup("#running").getStyleClass()).doesNotContain("danger");
        Screenshots.saveScene(stage.getScene(), "overview-repairing");
        held.release();
        Fx.waitFor("it is good", () -> shown(view, "#next"));
        Fx.onFx(stage::hide);
    }

    private static boolean shown(LoadedView view, String id) {
        view.root().applyCss();
        view.root().layout();
        for (Node node = view.root().lookup(id); node != view.root(); node = node.getParent()) {
            if (node == null || !node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void unreachableBackendsShowFailures() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.dead());
        LoadedView view = Fx.onFx(() -> OverviewController.SCREEN.loader().apply(test.context()));
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Screenshots.save(view.root(), "overview-failing", 1072, 720);
        OverviewViewModel model = new OverviewViewModel(test.context(), test.context().session().doctor());
        model.check();
        assertThat(model.result("postgres").state()).isEqualTo(CheckState.FAILED);
        assertThat(model.result("schema").state()).isEqualTo(CheckState.SKIPPED);
    }

    @Test
    void lockedPrdOffersNoRepair() {
        Map<Setting, String> settings = new TreeMap<>(TestSettings.fresh(home));
        settings.put(Setting.AWS_REGION, "eu-central-1");
        TestContext test = TestContext.of(home, Environment.PRD, settings);
        LoadedView view = Fx.onFx(() -> OverviewController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Screenshots.saveScene(stage.getScene(), "overview-locked");
        Fx.onFx(() -> assertThat(view.root().lookup("#repair-messages-table").isDisabled()).isTrue());
        test.context().session().lock().unlock("prd");
        Fx.onFx(() -> assertThat(view.root().lookup("#repair-messages-table").isDisabled()).isFalse());
        Fx.onFx(stage::hide);
    }
}
