package dev.switchboard.ui.items.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.explorer.query.SavedQuery;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.ItemsFixture;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTabTest {
    private static final String MESSAGES = "cruddur-messages";

    @TempDir
    Path home;

    private final Map<String, Parent> pictures = new LinkedHashMap<>();
    private TestContext test;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
        test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, MESSAGES, 12);
    }

    @AfterEach
    void savePictures() {
        pictures.forEach((name, form) -> Screenshots.save(form, name, 900, 360));
    }

    private QueryTabController tab() {
        return Fx.onFx(() -> {
            TableNames names = new TableNames(test.context());
            names.load();
            QueryTabController made =
                    new QueryTabController(test.context(), names, new QueryTabViewModel(test.context(), names, Runnable::run));
            // What is inside split panes is only found once they have a skin.
            new Scene(made.root());
            made.root().applyCss();
            return made;
        });
    }

    private static MenuButton menu(QueryTabController tab, String id) {
        MenuButton button = (MenuButton) tab.root().lookup(id);
        button.getOnShowing().handle(null);
        return button;
    }

    private static MenuItem item(List<MenuItem> items, String text) {
        return items.stream()
                .flatMap(item -> item instanceof Menu inner ? Stream.concat(Stream.of(item), inner.getItems().stream()) : Stream.of(item))
                .filter(item -> item.getText() != null && item.getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQueryIsSavedOpenedWithItsParametersAndDeleted() {
        QueryTabController tab = tab();
        Fx.onFx(() -> {
            tab.show("SCAN \"cruddur-messages\" FILTER user_handle = 'ada' LIMIT 3");
            test.dialogs().fills = form -> {
                ((TextField) form.lookup("#query-name")).setText("Of a_user");
                ((javafx.scene.control.TextArea) form.lookup("#query-text"))
                        .setText("SCAN \"cruddur-messages\" FILTER user_handle = :who LIMIT 3");
                pictures.put("items-save-query", (Parent) form);
            };
            item(menu(tab, "#saved").getItems(), "Save query").fire();
        });
        assertThat(test.context().session().explorer().savedQueries().list())
                .containsExactly(new SavedQuery("Of a_user", "SCAN \"cruddur-messages\" FILTER user_handle = :who LIMIT 3"));
        QueryTabController other = tab();
        Fx.onFx(() -> {
            test.dialogs().fills = form -> {
                ((TextField) fields(form).getFirst()).setText("bruno");
                pictures.put("items-query-parameters", (Parent) form);
            };
            item(menu(other, "#saved").getItems(), "Of a_user").fire();
        });
        assertThat(other.textProperty().getValue()).isEqualTo("SCAN \"cruddur-messages\"\nFILTER user_handle = 'bruno'\nLIMIT 3");
        assertThat(other.titleProperty().getValue()).isEqualTo("Of a_user");
        Fx.onFx(() -> {
            test.dialogs().fills = form -> {};
            Menu delete = (Menu) item(menu(other, "#saved").getItems(), "Delete");
            delete.getItems().getFirst().fire();
        });
        assertThat(test.context().session().explorer().savedQueries().list()).isEmpty();
    }

    private static List<Node> fields(Node form) {
        return ((Parent) form).lookupAll(".text-field").stream().toList();
    }

    @Test
    void aRunIsOpenedAgainFromTheHistory() {
        QueryTabController tab = tab();
        Fx.onFx(() -> {
            tab.show("SCAN \"cruddur-messages\" LIMIT 2");
            tab.run();
            tab.show("SCAN \"cruddur-messages\"");
            test.dialogs().fills = form -> {
                assertThat(((TableView<?>) form.lookup("#history")).getItems()).hasSize(1);
                pictures.put("items-history", (Parent) form);
            };
            tab.history();
        });
        assertThat(tab.textProperty().getValue()).isEqualTo("SCAN \"cruddur-messages\"\nLIMIT 2");
    }

    @Test
    void theQueryIsCopiedAsACommand() {
        QueryTabController tab = tab();
        String copied = Fx.onFx(() -> {
            tab.show("SCAN \"cruddur-messages\" FILTER user_handle = 'ada'");
            item(menu(tab, "#more").getItems(), "AWS CLI").fire();
            return Clipboard.getSystemClipboard().getString();
        });
        assertThat(copied).contains("aws dynamodb scan", "--filter-expression", "--endpoint-url");
        assertThat(test.notices().said).containsExactly("Copied as AWS CLI.");
    }

    @Test
    void allThatAQueryMatchesIsDeletedAfterAQuestion() {
        QueryTabController tab = tab();
        Fx.onFx(() -> {
            tab.show("SCAN \"cruddur-messages\" FILTER user_handle = 'ada' ATTRIBUTES message");
            item(menu(tab, "#more").getItems(), "Delete all matching").fire();
            tab.show("SCAN \"cruddur-messages\"");
            tab.run();
        });
        assertThat(test.dialogs().asked).anyMatch(question -> question.contains("all items of cruddur-messages that match the query"));
        TableView<?> left = (TableView<?>) tab.root().lookup("#items-table");
        assertThat(left.getItems()).hasSize(6);
    }

    @Test
    void whatThereIsToDoFollowsTheSelection() {
        QueryTabController tab = tab();
        Fx.onFx(() -> {
            tab.run();
            assertThat(menu(tab, "#more").getItems()).noneMatch(item -> item.getText() != null && item.getText().contains("selected"));
            ((TableView<?>) tab.root().lookup("#items-table")).getSelectionModel().selectRange(0, 3);
            assertThat(menu(tab, "#more").getItems()).anyMatch(item -> "Export 3 selected items…".equals(item.getText()));
        });
    }

    @Test
    void anEntityHasColumnsOfItsOwn() {
        QueryTabController tab = tab();
        Fx.onFx(() -> {
            tab.run();
            MenuItem messages = item(menu(tab, "#entities").getItems(), "Message (12)");
            messages.fire();
        });
        TableView<?> table = (TableView<?>) tab.root().lookup("#items-table");
        Screenshots.save(tab.root(), "items-entity", 1072, 660);
        assertThat(table.getItems()).hasSize(12);
        assertThat(table.getColumns()).extracting(TableColumn::getText).doesNotContain("pk").contains("message", "user_handle");
        assertThat(((MenuButton) tab.root().lookup("#entities")).getText()).isEqualTo("View: Message");
    }

    @Test
    void liveSaysThatATableHasNoStream() {
        QueryTabController tab = tab();
        Fx.onFx(() -> ((ToggleButton) tab.root().lookup("#live")).setSelected(true));
        Screenshots.save(tab.root(), "items-live-none", 1072, 660);
        assertThat(tab.root().lookup(".live-pane")).isNotNull();
        Fx.onFx(() -> ((ToggleButton) tab.root().lookup("#live")).setSelected(false));
        assertThat(tab.root().lookup(".live-pane")).isNull();
        Fx.onFx(tab::close);
    }
}
