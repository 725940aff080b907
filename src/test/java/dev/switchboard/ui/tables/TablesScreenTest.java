package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesScreenTest {
    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    private static LoadedView open(TestContext test) {
        return Fx.onFx(() -> {
            LoadedView view = TablesController.SCREEN.loader().apply(test.context());
            view.controller().shown(Map.of());
            return view;
        });
    }

    private static void makeSome(TestContext test) {
        TablesFixture.make(test, MessagesTablePreset.of("cruddur-messages", true, true, false));
        TablesFixture.fill("cruddur-messages", 20);
        TablesFixture.make(test, new TableDefinition(
                "invoices", List.of(KeyAttribute.hash("tenant", "S"), KeyAttribute.range("number", "N")),
                List.of(IndexDefinition.global("by-due-day", KeyAttribute.hash("due", "S"))),
                "PAY_PER_REQUEST", 0, 0, null, true, Map.of("team", "billing")));
        TablesFixture.make(test, MessagesTablePreset.of("cruddur-messages-copy", false, false, true));
    }

    @Test
    void listShowsDetailsOfSelectedTable() {
        TestContext test = TablesFixture.context(home, Environment.DEV);
        makeSome(test);
        test.context().session().backups().backup("cruddur-messages", null, Progress.NONE);
        LoadedView view = open(test);
        Screenshots.save(view.root(), "tables-small", 832, 620);
        Screenshots.save(view.root(), "tables-large", 1272, 820);
        Screenshots.save(view.root(), "tables-full", 1072, 720);
        TableView<TableDetails> table = find(view);
        assertThat(table.getItems()).hasSize(3);
        assertThat(table.getSelectionModel().getSelectedItem().name()).isEqualTo("cruddur-messages");
        Fx.onFx(() -> ((Button) view.root().lookup("#browse")).fire());
        assertThat(test.navigator().ways).containsExactly("items {table=cruddur-messages}");
    }

    @Test
    void selectionSurvivesARefresh() {
        TestContext test = TablesFixture.context(home, Environment.DEV);
        makeSome(test);
        LoadedView view = open(test);
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        TableView<TableDetails> table = find(view);
        Fx.onFx(() -> {
            table.getSelectionModel().clearAndSelect(2);
            view.controller().refresh();
            stage.hide();
        });
        assertThat(table.getSelectionModel().getSelectedItem().name()).isEqualTo("invoices");
    }

    @Test
    void emptyStateOffersToCreateTable() {
        TestContext test = TablesFixture.context(home, Environment.DEV);
        LoadedView view = open(test);
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Screenshots.saveScene(stage.getScene(), "tables-empty");
        Fx.onFx(() -> ((Button) view.root().lookup(".state-column .state-other")).fire());
        Fx.onFx(stage::hide);
        assertThat(test.notices().said).singleElement().asString().contains("cruddur-messages");
        assertThat(find(view).getItems()).hasSize(1);
    }

    @Test
    void lockedPrdShowsTablesAndDisablesWrites() {
        makeSome(TablesFixture.context(home, Environment.DEV));
        TestContext test = TablesFixture.context(home, Environment.PRD);
        LoadedView view = open(test);
        Screenshots.save(view.root(), "tables-locked", 1072, 720);
        assertThat(((Button) view.root().lookup("#create")).isDisabled()).isTrue();
        assertThat(((Button) view.root().lookup("#drop")).isDisabled()).isTrue();
        assertThat(((Button) view.root().lookup("#backUp")).isDisabled()).as("a backup only reads").isFalse();
    }

    @Test
    void backupFromLaunchIsOfferedForRestore() {
        TestContext test = TablesFixture.context(home, Environment.DEV);
        TablesFixture.make(test, MessagesTablePreset.of("cruddur-messages", false, false, true));
        TablesFixture.fill("cruddur-messages", 7);
        Path file = test.context().session().backups().backup("cruddur-messages", home.resolve("mine.switchboard"), Progress.NONE).file();
        DynamoDbCleaner.now();
        Fx.onFx(() -> TablesController.SCREEN.loader().apply(test.context()).controller().shown(Map.of("restore", file.toString())));
        assertThat(test.dialogs().asked).singleElement().asString().startsWith("Restore");
        assertThat(test.notices().said).singleElement().asString().contains("7", "cruddur-messages");
    }

    @Test
    void invalidBackupFileIsReported() throws Exception {
        TestContext test = TablesFixture.context(home, Environment.DEV);
        Path file = Files.writeString(home.resolve("letter.switchboard"), "Dear all");
        Fx.onFx(() -> TablesController.SCREEN.loader().apply(test.context()).controller().shown(Map.of("restore", file.toString())));
        assertThat(test.dialogs().asked).isEmpty();
        assertThat(test.dialogs().errors).singleElement().satisfies(error -> assertThat(error.expected()).isTrue());
    }

    @Test
    void unreachableEndpointIsExplained() {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9"));
        LoadedView view = open(test);
        Screenshots.save(view.root(), "tables-failing", 1072, 720);
        assertThat(view.root().lookup(".state-badge.danger")).isNotNull();
    }

    @Test
    void customTableForm() {
        TableFormViewModel form = new TableFormViewModel("cruddur-messages", Set.of());
        Parent preset = Fx.onFx(() -> ViewLoader.fragment(CreateTableController.class, new CreateTableController(form)));
        Screenshots.save(preset, "tables-create-preset", 620, 460);
        Parent custom = Fx.onFx(() -> {
            form.customProperty().set(true);
            form.indexes().add(new IndexFormViewModel());
            form.readCapacityProperty().set("0");
            return ViewLoader.fragment(CreateTableController.class, new CreateTableController(form));
        });
        Screenshots.save(custom, "tables-create-own", 620, 640);
        assertThat(custom.lookup("#indexRows").lookup(".key-type")).isNotNull();
    }

    @SuppressWarnings("unchecked")
    private static TableView<TableDetails> find(LoadedView view) {
        return (TableView<TableDetails>) view.root().lookup("#tables");
    }
}
