package dev.switchboard.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.items.ScanStatus.Phase;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsViewModelTest {
    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    @Test
    void completeTableIsShownKeysFirst() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 25);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.loadTables();
        assertThat(model.tableProperty().get()).isEqualTo("cruddur-messages");
        model.scan();
        assertThat(model.rows()).hasSize(25);
        assertThat(model.columns().names()).startsWith("pk", "sk").contains("message", "user_handle");
        ScanStatus status = model.statusProperty().get();
        assertThat(status.phase()).isEqualTo(Phase.COMPLETE);
        assertThat(status.readCapacity()).isPositive();
        assertThat(status.numbers()).startsWith("25 items").contains("RCU");
        assertThat(status.meaning()).isEqualTo("All items loaded.");
        assertThat(model.stateProperty().get()).isEqualTo(ViewState.CONTENT);
    }

    @Test
    void limitEndsScanAndReportsMore() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 25);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.form().limitProperty().set("10");
        model.open("cruddur-messages");
        assertThat(model.rows()).hasSize(10);
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.LIMIT);
        assertThat(model.statusProperty().get().meaning()).startsWith("More items available.");
    }

    @Test
    void largeTableKeepsFirstItemsAndCountsAll() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 30);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run, 12);
        model.open("cruddur-messages");
        assertThat(model.rows()).hasSize(12);
        assertThat(model.statusProperty().get().items()).isEqualTo(30);
        assertThat(model.statusProperty().get().meaning()).contains("12").contains("30");
    }

    @Test
    void filterOnlyHidesItems() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 8);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.open("cruddur-messages");
        model.filterProperty().set("HARBOUR");
        assertThat(model.shown()).hasSize(2);
        assertThat(model.rows()).hasSize(8);
    }

    @Test
    void emptyStateLeadsToTables() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.loadTables();
        ViewState.Empty empty = (ViewState.Empty) model.stateProperty().get();
        empty.action().run().run();
        empty.other().run().run();
        assertThat(test.navigator().ways).containsExactly("overview {setup=start}", "tables");
    }

    @Test
    void missingTableIsExplainedWithRetry() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.open("nowhere");
        ViewState.LoadFailure failure = (ViewState.LoadFailure) model.stateProperty().get();
        assertThat(failure.explanation().sentence()).contains("nowhere");
        assertThat(failure.retry()).isNotNull();
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void emptyTableSuggestsSeeding() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 0);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.open("cruddur-messages");
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Empty.class);
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.COMPLETE);
    }

    @Test
    void prdConfirmsEstimateAndReadsNothingIfDeclined() {
        ItemsFixture.table(ItemsFixture.context(home, Environment.DEV), "cruddur-messages", 5);
        TestContext test = ItemsFixture.context(home, Environment.PRD);
        test.dialogs().agrees = false;
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.open("cruddur-messages");
        assertThat(test.dialogs().asked).singleElement().asString().containsIgnoringCase("estimate").contains("hours").contains("1,000");
        assertThat(model.rows()).isEmpty();
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.NONE);
        test.dialogs().agrees = true;
        model.scan();
        assertThat(model.rows()).hasSize(5);
    }

    @Test
    void invalidFormDoesNotScan() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 3);
        ItemsViewModel model = new ItemsViewModel(test.context(), Runnable::run);
        model.form().segmentsProperty().set("many");
        model.open("cruddur-messages");
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.NONE);
        assertThat(model.rows()).isEmpty();
    }
}
