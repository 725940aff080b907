package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The context menu of a table, its keys, and the details while the filter hides it. */
class TableRowActionsTest {
    @TempDir
    Path home;

    private TestContext test;
    private LoadedView view;

    @BeforeEach
    void make() {
        DynamoDbCleaner.now();
        TestContext dev = TablesFixture.context(home, Environment.DEV);
        TablesFixture.make(dev, MessagesTablePreset.of("cruddur-messages", false, false, false));
        TablesFixture.make(dev, MessagesTablePreset.of("invoices", false, false, false));
    }

    private Stage open(Environment environment) {
        test = TablesFixture.context(home, environment);
        view = Fx.onFx(() -> TablesController.SCREEN.loader().apply(test.context()));
        Stage stage = Screenshots.show(view.root(), 1000, 700);
        Fx.onFx(() -> view.controller().shown(Map.of()));
        return stage;
    }

    @SuppressWarnings("unchecked")
    private TableView<TableDetails> table() {
        return (TableView<TableDetails>) view.root().lookup("#tables");
    }

    private MenuItem item(String text) {
        return table().getContextMenu().getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    private Button button(String id) {
        return (Button) Objects.requireNonNull(view.root().lookup(id));
    }

    @Test
    void theMenuHasTheActionsOfTheButtons() {
        Stage stage = open(Environment.DEV);
        assertThat(table().getContextMenu().getItems()).extracting(MenuItem::getText).filteredOn(Objects::nonNull).startsWith(
                "Browse items", "Back up now", "Settings…", "Copy as", "Export items…", "Import items…", "Copy items to…",
                "Turn on protection", "Turn on recovery", "Drop…");
        Fx.onFx(() -> item("Browse items").fire());
        assertThat(test.navigator().ways).containsExactly("items {table=cruddur-messages}");
        Fx.onFx(() -> item("Turn on protection").fire());
        assertThat(item("Turn off protection").isVisible()).as("the same definition as the button’s").isTrue();
        assertThat(button("#protect").getText()).isEqualTo("Turn off protection");
        Fx.onFx(stage::hide);
    }

    @Test
    void theMenuIsDisabledForTheReasonsOfTheButtons() {
        Stage stage = open(Environment.PRD);
        for (String name : List.of("Settings…", "Import items…", "Turn on protection", "Drop…")) {
            assertThat(item(name).isDisable()).as(name).isTrue();
        }
        assertThat(item("Back up now").isDisable()).as("only reads").isFalse();
        Fx.onFx(() -> test.context().session().lock().unlock("prd"));
        assertThat(item("Drop…").isDisable()).isFalse();
        Fx.onFx(() -> table().getContextMenu().show(table(), 20, 40));
        Screenshots.saveScene(table().getContextMenu().getScene(), "tables-row-menu");
        Fx.onFx(stage::hide);
    }

    @Test
    void enterOpensTheTableInItems() {
        Stage stage = open(Environment.DEV);
        Fx.onFx(() -> {
            table().getSelectionModel().clearAndSelect(1);
            Event.fireEvent(table(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertThat(test.navigator().ways).containsExactly("items {table=invoices}");
        Fx.onFx(stage::hide);
    }

    @Test
    void theChosenBackupSurvivesAnotherOneAndIsRestoredFromItsMenu() {
        Stage stage = open(Environment.DEV);
        Fx.onFx(() -> item("Back up now").fire());
        @SuppressWarnings("unchecked") TableView<BackupFile> backups = (TableView<BackupFile>) view.root().lookup("#backups");
        BackupFile chosen = backups.getItems().getFirst();
        MenuItem restore = backups.getContextMenu().getItems().getFirst();
        assertThat(restore.isDisable()).as("none is chosen").isTrue();
        Fx.onFx(() -> backups.getSelectionModel().select(chosen));
        Fx.onFx(() -> table().getSelectionModel().clearAndSelect(1));
        Fx.onFx(() -> item("Back up now").fire());
        assertThat(backups.getItems()).hasSize(2);
        Fx.pulse();
        assertThat(backups.getSelectionModel().getSelectedItem()).isEqualTo(chosen);
        test.dialogs().agrees = false;
        Fx.onFx(restore::fire);
        assertThat(test.dialogs().asked).singleElement().asString().startsWith("Restore backup");
        Fx.onFx(stage::hide);
    }

    @Test
    void detailsOfATableThatTheFilterHidesAreNotShown() {
        Stage stage = open(Environment.DEV);
        Fx.onFx(() -> view.controller().shown(Map.of("table", "invoices")));
        Fx.onFx(() -> ((javafx.scene.control.TextField) view.root().lookup("#filter")).setText("cruddur"));
        assertThat(view.root().lookup("#tableDetail").isVisible()).isFalse();
        assertThat(table().getSelectionModel().getSelectedItem()).as("nothing in its place").isNull();
        assertThat(item("Drop…").isDisable()).isTrue();
        Screenshots.saveScene(stage.getScene(), "tables-filter-hides");
        Fx.onFx(() -> button("#clearFilter").fire());
        assertThat(view.root().lookup("#tableDetail").isVisible()).isTrue();
        assertThat(table().getSelectionModel().getSelectedItem().name()).isEqualTo("invoices");
        Fx.onFx(() -> ((javafx.scene.control.TextField) view.root().lookup("#filter")).setText("nothing like it"));
        Screenshots.saveScene(stage.getScene(), "tables-filter-none");
        Fx.onFx(() -> view.controller().shown(Map.of("table", "cruddur-messages")));
        assertThat(table().getSelectionModel().getSelectedItem().name()).as("asked for by another screen").isEqualTo("cruddur-messages");
        Fx.onFx(stage::hide);
    }
}
