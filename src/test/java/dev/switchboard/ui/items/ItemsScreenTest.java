package dev.switchboard.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsScreenTest {
    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    private LoadedView open(TestContext test, Map<String, String> arguments) {
        return Fx.onFx(() -> {
            LoadedView view = ItemsController.SCREEN.loader().apply(test.context());
            view.controller().shown(arguments);
            return view;
        });
    }

    @Test
    void selectedItemIsShownAsJson() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 60);
        LoadedView view = open(test, Map.of("table", "cruddur-messages"));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        TableView<Item> table = find(view);
        Fx.onFx(() -> table.getSelectionModel().clearAndSelect(3));
        Screenshots.saveScene(stage.getScene(), "items-full");
        Fx.onFx(stage::hide);
        assertThat(table.getItems()).hasSize(60);
        assertThat(((TextArea) view.root().lookup("#json")).getText()).contains("\"message_uuid\"").contains("\"S\"");
    }

    @Test
    void selectedItemsAreStagedForDeletionAndMarked() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 20);
        LoadedView view = open(test, Map.of("table", "cruddur-messages"));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        TableView<Item> table = find(view);
        Fx.onFx(() -> {
            table.getSelectionModel().clearAndSelect(2);
            table.getSelectionModel().select(4);
            table.getContextMenu().getItems().get(5).fire();
            table.getSelectionModel().clearSelection();
        });
        Screenshots.saveScene(stage.getScene(), "items-staged-screen");
        Fx.onFx(() -> ((Button) view.root().lookup("#commit")).fire());
        Fx.onFx(stage::hide);
        assertThat(test.notices().said).containsExactly("2 of 2 edits written. [Undo]");
        assertThat(view.root().lookup("#stagedHolder").isManaged()).isFalse();
    }

    @Test
    void invalidFormFieldShowsError() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 12);
        LoadedView view = open(test, Map.of("table", "cruddur-messages"));
        Fx.onFx(() -> {
            ((TextField) view.root().lookup("#segments")).setText("900");
            ((TextField) view.root().lookup("#filter")).setText("harbour");
        });
        Screenshots.save(view.root(), "items-filtered", 1072, 720);
        assertThat(((Label) view.root().lookup("#formError")).getText()).contains("64");
        assertThat(((Button) view.root().lookup("#scan")).isDisabled()).isTrue();
        assertThat(((Label) view.root().lookup("#filtered")).getText()).isEqualTo("3 of 12 match");
    }

    @Test
    void emptyStateWithoutTable() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        LoadedView view = open(test, Map.of());
        Screenshots.save(view.root(), "items-empty", 1072, 720);
        assertThat(view.root().lookup("#items-table")).isNull();
    }

    @Test
    void unreachableEndpointIsExplained() {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9"));
        LoadedView view = open(test, Map.of());
        Screenshots.save(view.root(), "items-failing", 1072, 720);
        assertThat(view.root().lookup(".state-badge")).isNotNull();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Item> find(LoadedView view) {
        return (TableView<Item>) view.root().lookup("#items-table");
    }
}
