package dev.switchboard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.TimeRange;
import dev.switchboard.doctor.SetupPreview;
import dev.switchboard.doctor.SetupStage;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.overview.SetupStageViewModel.StageState;
import dev.switchboard.ui.overview.WelcomeViewModel.SetupState;
import dev.switchboard.ui.testing.FxQueue;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeViewModelTest {
    @TempDir
    Path home;

    private static WelcomeViewModel model(UiContext context, boolean shown) {
        return new WelcomeViewModel(context, context.session().environmentSetup(), () -> shown);
    }

    @Test
    void setupWritesWhatItSaidAndOpensTheFirstConversation() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        Session session = test.context().session();
        SetupPreview preview = session.environmentSetup().preview();
        WelcomeViewModel model = model(test.context(), true);
        model.plan();
        assertThat(model.stages()).extracting(stage -> stage.textProperty().get())
                .anyMatch(text -> text.contains(preview.items() + " items"))
                .anyMatch(text -> text.contains(preview.users() + " users and " + preview.posts() + " posts"))
                .anyMatch(text -> text.contains(preview.messagesTable()));

        model.start();

        assertThat(model.stateProperty().get()).isEqualTo(SetupState.DONE);
        assertThat(model.stages()).allMatch(SetupStageViewModel::complete);
        User ada = session.users().first(1).getFirst();
        String group = session.conversations().groups(ada.uuid(), new TimeRange.All(), 2, null).rows().getFirst().uuid();
        assertThat(test.navigator().ways).singleElement().asString()
                .startsWith("conversations").contains("user=" + ada.handle()).contains("group=" + group);
        ScanOptions all = new ScanOptions(10_000, 1, ScanOptions.USUAL_RATE);
        assertThat(session.scans().scan(preview.messagesTable(), all, page -> {}, Progress.NONE).items()).as("the number of items it named")
                .isEqualTo(preview.items());
        assertThat(session.users().counts().users()).isEqualTo(preview.users());
        assertThat(session.users().counts().unsynced()).isZero();
        assertThat(session.environmentSetup().missing(Progress.NONE)).isEmpty();
    }

    @Test
    void setupThatIsOfferedElsewhereSaysFirstWhatItWrites() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        SetupPreview preview = test.context().session().environmentSetup().preview();
        WelcomeViewModel model = model(test.context(), true);
        test.dialogs().agrees = false;
        boolean[] declined = {false};
        model.offer(() -> declined[0] = true);
        assertThat(declined[0]).isTrue();
        assertThat(model.stateProperty().get()).isEqualTo(SetupState.READY);
        assertThat(test.dialogs().asked).singleElement().asString().startsWith("Set everything up?").contains(
                "Messages table: Creates the DynamoDB table " + preview.messagesTable(),
                "Sample users: Inserts " + preview.users() + " users",
                "Sample conversation: Writes " + preview.messages() + " messages");
        test.dialogs().agrees = true;
        model.offer(() -> {});
        assertThat(model.stateProperty().get()).isEqualTo(SetupState.DONE);
    }

    @Test
    void secondSetupChangesNothingAndOpensTheSameConversation() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        model(test.context(), true).start();
        WelcomeViewModel again = model(test.context(), true);
        again.start();
        assertThat(again.stages()).extracting(stage -> stage.stateProperty().get()).containsOnly(StageState.UNCHANGED);
        assertThat(test.navigator().ways).hasSize(2);
        assertThat(test.navigator().ways.get(1)).isEqualTo(test.navigator().ways.get(0));
    }

    @Test
    void failedStageIsNamedAndTryAgainContinuesThere() {
        Map<Setting, String> dead = new TreeMap<>(TestSettings.fresh(home));
        dead.put(Setting.POSTGRES_URL, "postgresql://operator:none@127.0.0.1:9/cruddur");
        TestContext test = TestContext.of(home, Environment.DEV, dead);
        WelcomeViewModel model = model(test.context(), true);
        model.start();
        assertThat(model.stateProperty().get()).isEqualTo(SetupState.FAILED);
        assertThat(model.endedAt()).isEqualTo("Database");
        assertThat(model.failureProperty().get().remedy()).isNotNull();
        assertThat(model.stages()).extracting(stage -> stage.stateProperty().get()).containsExactly(
                StageState.CHANGED, StageState.FAILED, StageState.WAITING, StageState.WAITING, StageState.WAITING, StageState.WAITING);
        model.start();
        assertThat(model.stages().getFirst().stateProperty().get()).as("what is complete is not run again").isEqualTo(StageState.CHANGED);
        assertThat(test.navigator().ways).isEmpty();
        assertThat(test.dialogs().errors).as("the page says it in place of a dialog").isEmpty();
    }

    @Test
    void cancelKeepsWhatIsWrittenAndTheNextStartContinues() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        FxQueue fx = new FxQueue();
        WelcomeViewModel model = model(LiveContext.of(test, JobRunner.onVirtualThreads(), fx), true);
        model.stages().getFirst().stateProperty().addListener((observable, old, now) -> {
            if (now == StageState.RUNNING) {
                model.stop();
            }
        });
        model.start();
        fx.runUntil("the setup has stopped", () -> model.stateProperty().get() != SetupState.RUNNING);
        assertThat(model.stateProperty().get()).isEqualTo(SetupState.STOPPED);
        assertThat(model.failureProperty().get()).isNotNull();
        assertThat(model.stages().getLast().stateProperty().get()).isEqualTo(StageState.WAITING);
        WelcomeViewModel next = model(test.context(), true);
        next.start();
        assertThat(next.stateProperty().get()).isEqualTo(SetupState.DONE);
    }

    @Test
    void conversationIsOfferedWhereAnotherScreenIsShownMeanwhile() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        model(test.context(), false).start();
        assertThat(test.navigator().ways).isEmpty();
        test.notices().offered.run();
        assertThat(test.navigator().ways).singleElement().asString().startsWith("conversations");
    }

    @Test
    void prdIsNeverSetUp() {
        Map<Setting, String> settings = new TreeMap<>(TestSettings.fresh(home));
        settings.put(Setting.AWS_REGION, "eu-central-1");
        TestContext test = TestContext.of(home, Environment.PRD, settings);
        test.context().session().lock().unlock("prd");
        WelcomeViewModel model = model(test.context(), true);
        model.start();
        assertThat(model.stateProperty().get()).isEqualTo(SetupState.READY);
        OverviewViewModel overview = new OverviewViewModel(test.context(), test.context().session().doctor());
        overview.check();
        assertThat(overview.statusProperty().get()).isEqualTo(OverviewViewModel.OverviewStatus.FAILURES);
    }

    @Test
    void emptyDevShowsNoFailureWhileAndAfterItIsChecked() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        OverviewViewModel overview = new OverviewViewModel(test.context(), test.context().session().doctor());
        overview.results().addListener((javafx.collections.ListChangeListener<dev.switchboard.doctor.CheckResult>) change -> {
            if (overview.results().stream().anyMatch(result -> result.state() != dev.switchboard.doctor.CheckState.OK)) {
                assertThat(overview.results()).as("all at once").extracting(dev.switchboard.doctor.CheckResult::id)
                        .contains(SetupStage.CONVERSATION.code(), dev.switchboard.doctor.data.DataCheck.HANDLE_DUPLICATE.id());
            }
        });
        overview.check();
        assertThat(overview.statusProperty().get()).isEqualTo(OverviewViewModel.OverviewStatus.EMPTY);
    }
}
