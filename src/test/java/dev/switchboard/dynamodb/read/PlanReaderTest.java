package dev.switchboard.dynamodb.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.table.CreateTableRequestMapper;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans on real engines: conditions, filters, limits, segments, and where a read goes on. */
class PlanReaderTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";

    /** 300 items of 9 KB in one partition, more than two pages, and 20 small ones in others. */
    private static String filled(NamedEngine engine) {
        String table = TestAws.tableName("plan");
        TestEngines.dynamoDbClient(engine.endpoint())
                .createTable(CreateTableRequestMapper.of(MessagesTablePreset.of(table, false, false, true)));
        String filler = "x".repeat(9_000);
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> writes.add(new Write.Put(Item.builder()
                .string("pk", "big").string("sk", String.format("%03d", i)).string("status", i == 299 ? "last" : "open")
                .string("filler", filler).build(), false)));
        IntStream.range(0, 20).forEach(i -> writes.add(new Write.Put(
                Item.builder().string("pk", "p" + i).string("sk", "s").build(), false)));
        new BatchWriter(TestAws.clients(engine.endpoint())).write(table, writes, Progress.NONE);
        return table;
    }

    private static KeyCondition big(SortCondition sort) {
        return new KeyCondition("pk", new TypedValue.Text("big"), "sk", sort);
    }

    private static List<String> sorts(PlanReader reader, ReadPlan plan) {
        List<String> sorts = Collections.synchronizedList(new ArrayList<>());
        reader.read(plan, ReadPosition.START, page -> page.items().forEach(item -> sorts.add(item.string("sk"))), Progress.NONE);
        return sorts;
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void everyKeyOperatorSelectsItsItems(NamedEngine engine) {
        PlanReader reader = new PlanReader(TestAws.clients(engine.endpoint()));
        String table = filled(engine);
        TypedValue ten = new TypedValue.Text("010");
        for (Comparison comparison : Comparison.values()) {
            if (comparison != Comparison.NOT_EQUAL) {
                int expected = switch (comparison) {
                    case EQUAL -> 1;
                    case LESS -> 10;
                    case LESS_OR_EQUAL -> 11;
                    case GREATER -> 289;
                    default -> 290;
                };
                assertThat(sorts(reader, ReadPlan.query(table, big(new SortCondition.Compare(comparison, ten))))).hasSize(expected);
            }
        }
        assertThat(sorts(reader, ReadPlan.query(table, big(new SortCondition.BeginsWith(new TypedValue.Text("01")))).descending(true)))
                .hasSize(10).startsWith("019");
        assertThat(sorts(reader, ReadPlan.query(table, big(new SortCondition.Between(ten, new TypedValue.Text("012")))).strong(true)))
                .containsExactly("010", "011", "012");
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void walksThroughPagesThatTheFilterEmpties(NamedEngine engine) {
        PlanReader reader = new PlanReader(TestAws.clients(engine.endpoint()));
        String table = filled(engine);
        ReadPlan plan = ReadPlan.query(table, new KeyCondition("pk", new TypedValue.Text("big"), "sk", null))
                .filtered(ExpressionParser.parse("status = 'last' AND size(filler) > 8999 AND attribute_not_exists(other)"))
                // With a limit, requests are for 200 items, before the filter, on every engine.
                .limited(5);
        List<ReadPage> pages = new ArrayList<>();
        ReadSummary summary = reader.read(plan, ReadPosition.START, pages::add, Progress.NONE);
        assertThat(pages.getFirst().items()).isEmpty();
        assertThat(pages.getLast().items()).hasSize(1).allSatisfy(item -> assertThat(item.string("sk")).isEqualTo("299"));
        assertThat(summary.items()).isEqualTo(1);
        // One engine counts the item at which a page of a megabyte ends for both pages.
        assertThat(summary.scanned()).isBetween(300L, 299L + pages.size());
        assertThat(summary.complete()).isTrue();
        assertThat(summary.consumedReadCapacity()).isGreaterThan(300);
        reader.read(plan.projected(List.of(AttributePath.of("status"))), ReadPosition.START, page -> page.items()
                .forEach(item -> assertThat(item).isEqualTo(Item.builder().string("status", "last").build())), Progress.NONE);
    }

    /** What the engine itself counts, page by page, is what the summary adds up. */
    @ParameterizedTest
    @MethodSource(ENGINES)
    void addsUpTheCountsOfTheEngine(NamedEngine engine) {
        String table = filled(engine);
        long counted = TestEngines.dynamoDbClient(engine.endpoint()).scanPaginator(b -> b.tableName(table).limit(10_000)).stream()
                .mapToLong(page -> page.scannedCount())
                .sum();
        ReadSummary summary = new PlanReader(TestAws.clients(engine.endpoint()))
                .read(ReadPlan.scan(table), ReadPosition.START, page -> {}, Progress.NONE);
        assertThat(summary.scanned()).isEqualTo(counted);
        assertThat(summary.items()).isEqualTo(320);
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void goesOnWhereALimitEndedItWithNothingTwiceOrMissing(NamedEngine engine) {
        PlanReader reader = new PlanReader(TestAws.clients(engine.endpoint()));
        ReadPlan plan = ReadPlan.scan(filled(engine)).limited(70);
        List<Item> seen = new ArrayList<>();
        ReadPosition from = ReadPosition.START;
        int runs = 0;
        ReadSummary summary;
        do {
            summary = reader.read(plan, from, page -> seen.addAll(page.items()), Progress.NONE);
            from = ReadPosition.at(summary.next());
            runs++;
        } while (!summary.complete());
        assertThat(runs).isEqualTo(5);
        assertThat(seen).hasSize(320).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void resumesEverySegmentAfterACancel(NamedEngine engine) {
        PlanReader reader = new PlanReader(TestAws.clients(engine.endpoint()));
        ReadPlan plan = ReadPlan.scan(filled(engine)).segmented(4);
        List<Item> seen = new ArrayList<>();
        ReadPosition[] position = {ReadPosition.START};
        RecordedProgress progress = new RecordedProgress();
        assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(() -> reader.read(plan, ReadPosition.START, page -> {
            seen.addAll(page.items());
            position[0] = position[0].after(page);
            progress.cancel();
        }, progress));
        assertThat(seen).hasSizeLessThan(320);
        reader.read(plan, position[0], page -> seen.addAll(page.items()), Progress.NONE);
        assertThat(seen).hasSize(320).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void estimatesOnlyWhatReadsTheWholeTable(NamedEngine engine) {
        PlanReader reader = new PlanReader(TestAws.clients(engine.endpoint()));
        String table = filled(engine);
        assertThat(reader.estimate(ReadPlan.query(table, big(new SortCondition.BeginsWith(new TypedValue.Text("0")))))).isNull();
        assertThat(reader.estimate(ReadPlan.scan(table).rated(5))).isNotNull()
                .satisfies(estimate -> assertThat(estimate.text()).contains(table).contains("5 RCU/s"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> reader.read(ReadPlan.scan(table).on("none"), ReadPosition.START, page -> {}, Progress.NONE))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo("index_not_found"));
    }
}
