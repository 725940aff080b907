package dev.switchboard.ui.items.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.query.QueryRun;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.items.results.ReadStatus.Phase;
import dev.switchboard.ui.testing.ItemsFixture;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsViewModelTest {
    private static final ReadPlan SCAN = ReadPlan.scan("cruddur-messages");
    private static final String PARTITION = "MSG#5ae290ed-55d1-47a0-bc6d-fe2bc2700399";

    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    private TestContext dev(int rows) {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", rows);
        return test;
    }

    private static ReadPlan query() {
        return ReadPlan.query("cruddur-messages", new KeyCondition("pk", new TypedValue.Text(PARTITION), "sk", null));
    }

    @Test
    void completeTableIsShownKeysFirst() {
        TestContext test = dev(25);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(SCAN);
        assertThat(model.rows()).hasSize(25);
        assertThat(model.columns().names()).startsWith("pk", "sk").contains("message", "user_handle");
        ReadStatus status = model.statusProperty().get();
        assertThat(status.phase()).isEqualTo(Phase.COMPLETE);
        assertThat(status.readCapacity()).isPositive();
        assertThat(status.numbers()).startsWith("25 items · ").contains("1 page").contains("RCU");
        assertThat(status.meaning()).isEqualTo("All items loaded.");
        assertThat(model.stateProperty().get()).isEqualTo(ViewState.CONTENT);
    }

    @Test
    void filteredQueryCountsWhatWasScanned() {
        TestContext test = dev(20);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(query().filtered(ExpressionParser.parse("user_handle = 'ada'")));
        assertThat(model.rows()).hasSize(10);
        assertThat(model.statusProperty().get().numbers()).startsWith("10 items of 20 scanned");
    }

    @Test
    void readOnAfterALimitAddsWhatFollowsOnce() {
        TestContext test = dev(25);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(query().limited(10));
        assertThat(model.rows()).hasSize(10);
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.LIMIT);
        assertThat(model.statusProperty().get().meaning()).startsWith("More items available.");
        model.readOn();
        model.readOn();
        assertThat(model.rows()).hasSize(25).doesNotHaveDuplicates();
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.COMPLETE);
        assertThat(model.nextProperty().get()).isNull();
    }

    @Test
    void largeTableKeepsFirstItemsAndCountsAll() {
        TestContext test = dev(30);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run, 12);
        model.run(SCAN);
        assertThat(model.rows()).hasSize(12);
        assertThat(model.statusProperty().get().items()).isEqualTo(30);
        assertThat(model.statusProperty().get().meaning()).contains("12").contains("30");
    }

    @Test
    void everyItemOfALargePageIsShown() {
        TestContext test = dev(0);
        List<Item> items = IntStream.range(0, 4_000)
                .mapToObj(i -> Item.builder().string("pk", "MSG#1").string("sk", String.valueOf(i)).build())
                .toList();
        test.context().session().explorer().editor().put("cruddur-messages", items, false, Progress.NONE);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(SCAN);
        assertThat(model.rows()).hasSize(4_000).doesNotHaveDuplicates();
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.COMPLETE);
        assertThat(model.statusProperty().get().shown()).isEqualTo(4_000);
    }

    @Test
    void filterOnlyHidesItems() {
        TestContext test = dev(8);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(SCAN);
        model.filterProperty().set("HARBOUR");
        assertThat(model.shown()).hasSize(2);
        assertThat(model.rows()).hasSize(8);
    }

    @Test
    void missingTableIsExplainedWithRetry() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(ReadPlan.scan("nowhere"));
        ViewState.LoadFailure failure = (ViewState.LoadFailure) model.stateProperty().get();
        assertThat(failure.explanation().sentence()).contains("nowhere");
        assertThat(failure.retry()).isNotNull();
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void emptyTableSuggestsSeedingAndAnEmptyResultDoesNot() {
        TestContext test = dev(0);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(SCAN);
        assertThat(((ViewState.Empty) model.stateProperty().get()).title()).isEqualTo("This table has no items");
        model.run(query());
        assertThat(((ViewState.Empty) model.stateProperty().get()).title()).isEqualTo("No item matches");
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.COMPLETE);
    }

    @Test
    void prdConfirmsEstimateOfAScanAndReadsNothingIfDeclined() {
        dev(5);
        TestContext test = ItemsFixture.context(home, Environment.PRD);
        test.dialogs().agrees = false;
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(SCAN.limited(1000));
        assertThat(test.dialogs().asked).singleElement().asString().containsIgnoringCase("estimate").contains("hours").contains("1,000");
        assertThat(model.rows()).isEmpty();
        assertThat(model.statusProperty().get().phase()).isEqualTo(Phase.NONE);
        test.dialogs().agrees = true;
        model.run(SCAN.limited(1000));
        assertThat(model.rows()).hasSize(5);
        model.run(query());
        assertThat(test.dialogs().asked).as("a query costs what it returns").hasSize(2);
    }

    @Test
    void runsAreKeptInTheHistory() {
        TestContext test = dev(25);
        ResultsViewModel model = new ResultsViewModel(test.context(), Runnable::run);
        model.run(SCAN.limited(10));
        model.run(ReadPlan.scan("nowhere"));
        assertThat(test.context().session().explorer().history().list())
                .extracting(QueryRun::text, QueryRun::outcome, QueryRun::items)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SCAN \"nowhere\"", QueryRun.Outcome.FAILED, 0L),
                        org.assertj.core.groups.Tuple.tuple("SCAN \"cruddur-messages\"\nLIMIT 10", QueryRun.Outcome.LIMIT, 10L));
    }
}
