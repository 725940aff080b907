package dev.switchboard.ui.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.postgres.admin.ColumnNameReader;
import dev.switchboard.postgres.admin.DatabaseSession;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.code.CodeEditor;
import dev.switchboard.ui.code.Completion;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseScreenTest {
    @TempDir
    Path home;

    private static SetupViewModel setup(TestContext test) {
        Session session = test.context().session();
        DatabaseBackupsViewModel backups = new DatabaseBackupsViewModel(test.context());
        return new SetupViewModel(test.context(), session.database(), session.setupRun(), session.reachability(), backups);
    }

    @Test
    void setupRunsAllStepsAndIsIdempotent() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        SetupViewModel model = setup(test);
        model.refresh();
        model.runAll();
        assertThat(test.dialogs().errors).isEmpty();
        assertThat(model.steps()).filteredOn(row -> row.stateProperty().get() == SetupStepViewModel.StepState.CHANGED).hasSize(3);
        model.runAll();
        assertThat(model.steps()).allMatch(row -> row.stateProperty().get() == SetupStepViewModel.StepState.UNCHANGED);
        assertThat(model.reportProperty().get().reachable()).isTrue();
        assertThat(model.connectionProperty().get().url())
                .doesNotContain(test.context().session().database().url().properties().getProperty("password"));
    }

    @Test
    void dropRequiresTypedName() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        SetupViewModel model = setup(test);
        model.refresh();
        test.dialogs().agrees = false;
        model.drop();
        assertThat(test.dialogs().asked).singleElement().asString().contains(model.connectionProperty().get().database());
        assertThat(model.reportProperty().get().reachable()).isTrue();
        test.dialogs().agrees = true;
        model.drop();
        assertThat(model.reportProperty().get().reachable()).as("it is gone").isFalse();
        model.runAll();
        assertThat(test.context().session().users().all()).as("and made again").isNotEmpty();
    }

    @Test
    void droppedDatabaseIsRestoredFromNoticeOrList() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        Session session = test.context().session();
        DatabaseBackupsViewModel backups = new DatabaseBackupsViewModel(test.context());
        SetupViewModel model = new SetupViewModel(test.context(), session.database(), session.setupRun(), session.reachability(), backups);
        model.refresh();
        model.runAll();
        model.drop();
        assertThat(backups.backups()).hasSize(1);
        test.dialogs().asked.clear();
        test.dialogs().agrees = false;
        test.notices().offered.run();
        assertThat(test.dialogs().asked).as("the question of the card").singleElement().asString().startsWith("Restore database");
        assertThat(model.reportProperty().get().reachable()).as("nothing is restored before it is answered").isFalse();
        test.dialogs().agrees = true;
        test.notices().offered.run();
        assertThat(session.users().all()).hasSize(6);
        assertThat(model.reportProperty().get().reachable()).isTrue();
        backups.restore(backups.backups().getFirst());
        assertThat(test.dialogs().errors).as("it is not empty").singleElement();
        test.dialogs().errors.clear();
        model.drop();
        backups.restore(backups.backups().getLast());
        assertThat(session.users().all()).hasSize(6);
        backups.backUp();
        assertThat(backups.backups()).hasSize(3);
        assertThat(test.dialogs().errors).isEmpty();
    }

    @Test
    void setupAndConnectionAreShown() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        LoadedView view = Fx.onFx(() -> DatabaseController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Screenshots.saveScene(stage.getScene(), "database-setup-empty");
        Fx.onFx(() -> ((Button) view.root().lookup("#run-load-schema")).fire());
        Fx.onFx(() -> ((Button) view.root().lookup("#run-seed")).fire());
        Fx.onFx(() -> ((Button) view.root().lookup("#write")).fire());
        Screenshots.saveScene(stage.getScene(), "database-setup");
        Fx.onFx(() -> view.controller().shown(Map.of("pane", "files")));
        Screenshots.saveScene(stage.getScene(), "database-files");
        Fx.onFx(() -> view.controller().shown(Map.of("pane", "sessions")));
        Screenshots.saveScene(stage.getScene(), "database-sessions");
        Fx.onFx(() -> view.controller().shown(Map.of("pane", "sql")));
        Screenshots.saveScene(stage.getScene(), "database-sql-empty");
        Fx.onFx(() -> {
            ((CodeEditor) view.root().lookup("#script")).setText("SELECT handle, display_name, email, cognito_user_id, created_at\n"
                    + "FROM public.users ORDER BY handle;\nUPDATE public.users SET display_name = display_name WHERE handle = 'ada';");
            ((Button) view.root().lookup("#run")).fire();
        });
        Screenshots.saveScene(stage.getScene(), "database-sql");
        assertThat(test.dialogs().errors).isEmpty();
        Fx.onFx(stage::hide);
    }

    @Test
    void unreachableBackendsShowFailures() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.dead());
        LoadedView view = Fx.onFx(() -> DatabaseController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Screenshots.saveScene(stage.getScene(), "database-failing");
        Fx.onFx(() -> view.controller().shown(Map.of("pane", "sessions")));
        Screenshots.saveScene(stage.getScene(), "database-sessions-failing");
        Fx.onFx(stage::hide);
    }

    @Test
    void lockedPrdReadsAndDoesNotWrite() {
        Map<Setting, String> settings = new TreeMap<>(TestSettings.fresh(home));
        settings.put(Setting.AWS_REGION, "eu-central-1");
        TestContext test = TestContext.of(home, Environment.PRD, settings);
        LoadedView view = Fx.onFx(() -> DatabaseController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        Screenshots.saveScene(stage.getScene(), "database-locked");
        Fx.onFx(() -> assertThat(view.root().lookup("#run-seed").isDisabled()).isTrue());
        Fx.onFx(stage::hide);
        SqlViewModel sql = new SqlViewModel(test.context(), test.context().session().sqlRunner(),
                new ColumnNameReader(test.context().session().database()));
        sql.scriptProperty().set("CREATE TABLE public.mischief (n int)");
        sql.run();
        assertThat(sql.stateProperty().get()).isInstanceOf(ViewState.LoadFailure.class);
        sql.scriptProperty().set("SELECT 1 AS one");
        sql.run();
        assertThat(sql.results()).singleElement().satisfies(result -> assertThat(result.columns()).containsExactly("one"));
    }

    @Test
    void tablesAndColumnsAreOfferedAlsoThoseThatAScriptCreates() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        Session session = test.context().session();
        SqlViewModel sql = new SqlViewModel(test.context(), session.sqlRunner(), new ColumnNameReader(session.database()));
        sql.scriptProperty()
                .set("CREATE SCHEMA other; CREATE TABLE other.\"Odd name\" (\"Id\" int, plain text); CREATE TABLE seen (n int)");
        sql.run();
        assertThat(sql.names()).contains(
                Completion.table("Odd name", "other.\"Odd name\""), Completion.column("Odd name", "Id", "\"Id\""),
                Completion.column("Odd name", "plain", "plain"), Completion.table("seen", "seen"));
        assertThat(sql.names()).extracting(Completion::label).doesNotContain("pg_class");
        assertThat(test.dialogs().errors).isEmpty();
    }

    @Test
    void theSetUpStateIsReadWithTheConnection() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        SetupViewModel model = setup(test);
        model.runAll();
        SetupViewModel later = setup(test);
        later.refresh();
        assertThat(later.steps()).extracting(step -> step.stateProperty().get()).containsOnly(SetupStepViewModel.StepState.UNCHANGED);
        assertThat(later.steps().get(1).textProperty().get()).contains("2 of 2");
    }

    @Test
    void theErrorIsLocatedAndScriptsAreKeptForTheNextStart() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        Session session = test.context().session();
        SqlViewModel sql = new SqlViewModel(test.context(), session.sqlRunner(), new ColumnNameReader(session.database()));
        String script = "SELECT '😀';\n\nSELECT 1 AS one FROM absent";
        sql.scriptProperty().set(script);
        sql.run();
        assertThat(sql.errorAtProperty().get()).isEqualTo(script.indexOf("absent"));
        assertThat(sql.summaryProperty().get()).startsWith("Failed after ");
        sql.scriptProperty().set("ALTER ROLE someone PASSWORD 'very-secret'");
        sql.run();
        sql.scriptProperty().set("draft");
        SqlViewModel again = new SqlViewModel(test.context(), session.sqlRunner(), new ColumnNameReader(session.database()));
        again.scriptProperty().set("draft");
        again.history().read();
        assertThat(again.history().scripts()).as("without a secret").singleElement()
                .satisfies(past -> assertThat(past.text()).isEqualTo(script));
        again.history().older();
        assertThat(again.scriptProperty().get()).isEqualTo(script);
        again.history().newer();
        assertThat(again.scriptProperty().get()).isEqualTo("draft");
    }

    @Test
    void sessionIsEndedAfterConfirmation() {
        TestContext test = TestContext.of(home, Environment.DEV, TestSettings.fresh(home));
        Session session = test.context().session();
        SessionsViewModel model = new SessionsViewModel(test.context(), session.databaseSessions());
        Session other = new Session(session.home(), session.settings(), java.time.InstantSource.system());
        other.database().query(dev.switchboard.postgres.sql.Sql.file("doctor/server"), Map.of());
        model.refresh();
        DatabaseSession theirs = model.rows().stream().filter(row -> !row.own()).findFirst().orElseThrow();
        model.end(theirs);
        assertThat(test.dialogs().asked).singleElement().asString().contains(theirs.statement());
        assertThat(theirs.statement()).isNotEmpty();
        assertThat(test.notices().said).singleElement().asString().contains(String.valueOf(theirs.pid()));
        assertThat(model.rows()).extracting(DatabaseSession::pid).doesNotContain(theirs.pid());
        other.close();
    }
}
