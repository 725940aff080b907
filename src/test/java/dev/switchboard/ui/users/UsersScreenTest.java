package dev.switchboard.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersScreenTest {
    @TempDir
    Path home;

    private static LoadedView open(TestContext test) {
        return Fx.onFx(() -> {
            LoadedView view = UsersController.SCREEN.loader().apply(test.context());
            view.controller().shown(Map.of());
            return view;
        });
    }

    private static void press(LoadedView view, String button) {
        Fx.onFx(() -> ((Button) view.root().lookup(button)).fire());
    }

    @Test
    void screenBeforeAndAfterComparisonAndSync() {
        LoadedView view = open(new UsersFixture(home).filled().withStaleBruno().context(Environment.DEV));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Screenshots.saveScene(stage.getScene(), "users-alone");
        press(view, "#compare");
        Fx.onFx(() -> find(view).getSelectionModel().clearAndSelect(2));
        Screenshots.saveScene(stage.getScene(), "users-compared");
        Button sync = (Button) view.root().lookup("#sync");
        assertThat(sync.isDisabled()).isFalse();
        assertThat(sync.getText()).isEqualTo("Sync 2 users…");
        assertThat(((Button) view.root().lookup("#conversations")).getText()).isEqualTo("Open conversations of @bruno");
        assertThat(view.root().lookupAll(".chip")).hasSize(7);
        press(view, "#sync");
        Screenshots.saveScene(stage.getScene(), "users-synced");
        assertThat(sync.isDisabled()).isTrue();
        Fx.onFx(stage::hide);
    }

    private static double left(LoadedView view, String button) {
        return Fx.onFx(() -> {
            view.root().applyCss();
            view.root().layout();
            Node node = view.root().lookup(button);
            return node.localToScene(node.getBoundsInLocal()).getMinX();
        });
    }

    @Test
    void buttonsKeepTheirPlacesThroughComparisonAndSync() {
        LoadedView view = open(new UsersFixture(home).filled().withStaleBruno().context(Environment.DEV));
        Stage stage = Screenshots.show(view.root(), 832, 620);
        Screenshots.saveScene(stage.getScene(), "users-small-alone");
        assertThat(find(view).getColumns()).extracting(TableColumn::getText).contains("ID in PostgreSQL", "ID in user pool");
        double compare = left(view, "#compare");
        double sync = left(view, "#sync");
        assertThat(view.root().lookup("#sync").isVisible()).isTrue();
        assertThat(view.root().lookup("#sync").isDisabled()).isTrue();
        press(view, "#compare");
        Screenshots.saveScene(stage.getScene(), "users-small-compared");
        assertThat(left(view, "#compare")).isEqualTo(compare);
        assertThat(left(view, "#sync")).isEqualTo(sync);
        press(view, "#sync");
        assertThat(((Button) view.root().lookup("#sync")).getText()).isEqualTo("Nothing to sync");
        assertThat(left(view, "#compare")).isEqualTo(compare);
        assertThat(left(view, "#sync")).isEqualTo(sync);
        assertThat(view.root().lookup("#note").isVisible()).as("said in the notification").isFalse();
        Fx.onFx(stage::hide);
        Screenshots.save(view.root(), "users-large-synced", 1272, 820);
        assertThat(find(view).getColumns()).extracting(TableColumn::getText).contains(
                "Cognito ID in PostgreSQL", "Cognito ID in the user pool");
    }

    @Test
    void menuAndChosenRowAreThoseOfOneUser() {
        TestContext test = new UsersFixture(home).filled().withStaleBruno().context(Environment.DEV);
        LoadedView view = open(test);
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        TableView<UserRow> table = find(view);
        Fx.onFx(() -> table.getSelectionModel().clearAndSelect(1));
        assertThat(item(table, "Copy Cognito ID in the user pool").isDisable()).as("not compared").isTrue();
        press(view, "#compare");
        assertThat(table.getSelectionModel().getSelectedItem().handle()).as("the chosen row survives").isEqualTo("bruno");
        Fx.onFx(() -> item(table, "Copy Cognito ID in PostgreSQL").fire());
        assertThat(Fx.onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("an-older-id");
        Fx.onFx(() -> item(table, "Copy Cognito ID in the user pool").fire());
        assertThat(Fx.onFx(() -> Clipboard.getSystemClipboard().getString())).startsWith("1a000000");
        Fx.onFx(() -> item(table, "Open conversations of @bruno").fire());
        assertThat(test.navigator().ways).containsExactly("conversations {user=bruno}");
        Fx.onFx(() -> ((javafx.scene.control.TextField) view.root().lookup("#filter")).setText("dora"));
        assertThat(table.getSelectionModel().getSelectedItem()).as("no other user in its place").isNull();
        Fx.onFx(stage::hide);
    }

    private static MenuItem item(TableView<UserRow> table, String text) {
        return table.getContextMenu().getItems().stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }

    @Test
    void chipFiltersRowsAndSecondClickClears() {
        LoadedView view = open(new UsersFixture(home).filled().context(Environment.DEV));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        press(view, "#compare");
        Fx.onFx(() -> ((ToggleButton) view.root().lookup(".chip.danger")).fire());
        assertThat(find(view).getItems()).extracting(UserRow::state).containsOnly(UserState.NO_SUCH_HANDLE);
        Fx.onFx(() -> ((ToggleButton) view.root().lookup(".chip.danger")).fire());
        assertThat(find(view).getItems()).hasSize(9);
        Fx.onFx(stage::hide);
    }

    @Test
    void syncPreview() {
        TestContext test = new UsersFixture(home).filled().withStaleBruno().context(Environment.DEV);
        UsersViewModel model = new UsersViewModel(test.context(), (action, comparison) -> false);
        model.compare();
        Parent preview = Fx
                .onFx(() -> ViewLoader.fragment(SyncPreviewController.class, new SyncPreviewController(model.comparisonProperty().get())));
        Screenshots.save(preview, "users-sync-preview", 640, 400);
        assertThat(((TableView<?>) preview.lookup("#changes")).getItems()).hasSize(2);
    }

    @Test
    void lockedPrdComparesButDoesNotSync() {
        LoadedView view = open(new UsersFixture(home).filled().context(Environment.PRD));
        press(view, "#compare");
        Screenshots.save(view.root(), "users-locked", 1072, 720);
        assertThat(((Button) view.root().lookup("#sync")).isDisabled()).isTrue();
        assertThat(find(view).getItems()).hasSize(9);
    }

    @Test
    void unreachableDatabaseIsExplained() {
        UsersFixture fixture = new UsersFixture(home);
        fixture.settings.put(Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur");
        LoadedView view = open(fixture.context(Environment.DEV));
        Screenshots.save(view.root(), "users-failing", 1072, 720);
        assertThat(view.root().lookup(".state-badge.danger")).isNotNull();
    }

    @Test
    void emptyStateLeadsToDatabase() {
        UsersFixture fixture = new UsersFixture(home);
        TestContext test = fixture.context(Environment.DEV);
        test.context().session().databaseSetup().loadSchema(dev.switchboard.job.Progress.NONE);
        LoadedView view = open(test);
        Screenshots.save(view.root(), "users-empty", 1072, 720);
        Fx.onFx(() -> ((Button) view.root().lookup(".state-column .state-other")).fire());
        assertThat(test.navigator().ways).containsExactly("database");
    }

    @SuppressWarnings("unchecked")
    private static TableView<UserRow> find(LoadedView view) {
        return (TableView<UserRow>) view.root().lookup("#users");
    }
}
