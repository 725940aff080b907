package dev.switchboard.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.edit.EditTable;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Home;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An import beside another process that writes, in transactions and one by one: each item is written on its own condition, and counted once. */
@Timeout(120)
class ImportConflictsTest {
    private static final int ITEMS = 250;

    @TempDir
    private Path folder;

    /** Without a limit the items are written in transactions of the local engine, with one they are written one by one. */
    static Stream<Arguments> ways() {
        return TestEngines.everyDynamoDb().stream()
                .flatMap(engine -> Stream.of(0.0, 1_000_000.0).map(rate -> Arguments.of(engine, rate)));
    }

    private static String operation(double rate) {
        return rate == 0 ? "TransactWriteItems" : "PutItem";
    }

    private Path file(Item... more) throws Exception {
        Path file = folder.resolve("items.json");
        Stream<Item> all = Stream.concat(IntStream.range(0, ITEMS).mapToObj(i -> EditTable.item(i, "imported")), Stream.of(more));
        Files.write(file, all.map(Item::toJson).toList());
        return file;
    }

    private ImportReport run(EditTable table, Path file, ConflictMode mode, double rate, boolean resume) {
        return new Transfers(table.clients, new Home(folder.resolve("home"))).importer().run(table.name, file,
                new ImportOptions(TransferFormat.DYNAMODB_JSON, mode, null, rate, false, resume), Progress.NONE);
    }

    /** Puts an item as another process does when the import is about to write it, once. */
    private static void beforeTheWriteOf(int number, EditTable table, InterceptingProxy proxy, double rate) {
        AtomicBoolean done = new AtomicBoolean();
        String key = "\"" + EditTable.item(number, "").display("sk") + "\"";
        proxy.watch((operation, body) -> {
            if (operation.equals(operation(rate)) && body.contains(key) && done.compareAndSet(false, true)) {
                table.put(EditTable.item(number, "theirs"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void intoAnEmptyTableNoItemIsReadFirst(NamedEngine engine, double rate) throws Exception {
        try (InterceptingProxy proxy = new InterceptingProxy(engine.endpoint());
                EditTable table = new EditTable(engine.endpoint(), proxy.uri())) {
            assertThat(run(table, file(), ConflictMode.FAIL, rate, false).written()).isEqualTo(ITEMS);
            assertThat(proxy.arrived()).doesNotContain("BatchGetItem", "Query", "GetItem").containsOnlyOnce("Scan");
            assertThat(run(table, file(), ConflictMode.REPLACE, rate, false).written()).isEqualTo(ITEMS);
            assertThat(proxy.arrived()).as("into a table with items").contains("Query");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatAnotherWritesInBetweenIsKeptWhereItMustBeAndComesBackWithUndo(NamedEngine engine, double rate) throws Exception {
        try (InterceptingProxy proxy = new InterceptingProxy(engine.endpoint());
                EditTable table = new EditTable(engine.endpoint(), proxy.uri())) {
            beforeTheWriteOf(7, table, proxy, rate);
            ImportReport skipping = run(table, file(), ConflictMode.SKIP, rate, false);
            assertThat(List.of(skipping.written(), skipping.skipped(), skipping.replaced())).containsExactly(ITEMS - 1L, 1L, 0L);
            assertThat(table.items().get("0007").string("text")).isEqualTo("theirs");
            assertThat(table.items()).hasSize(ITEMS);
            assertThat(table.undo(skipping.change())).isEqualTo(ITEMS - 1);
            assertThat(table.items().keySet()).containsExactly("0007");

            beforeTheWriteOf(8, table, proxy, rate);
            ImportReport replacing = run(table, file(), ConflictMode.REPLACE, rate, false);
            assertThat(List.of(replacing.written(), replacing.replaced())).containsExactly((long) ITEMS, 2L);
            assertThat(table.items()).hasSize(ITEMS).allSatisfy((key, item) -> assertThat(item.string("text")).isEqualTo("imported"));
            table.undo(replacing.change());
            Map<String, Item> before = table.items();
            assertThat(before.keySet()).containsExactly("0007", "0008");
            assertThat(before.get("0008").string("text")).as("what another wrote after the first reading").isEqualTo("theirs");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anItemThatOnlyTheEngineRejectsDoesNotStopThoseBesideIt(NamedEngine engine, double rate) throws Exception {
        try (EditTable table = new EditTable(engine)) {
            // As large as an item can be with the rules of this program, and one byte more than DynamoDB takes in a key of an index.
            Item wrong = Item.builder().string("pk", "p").string("sk", "wrong").string("message_group_uuid", "x".repeat(2049)).build();
            ImportReport report = run(table, file(wrong), ConflictMode.REPLACE, rate, false);
            assertThat(report.written() + report.rejected()).isEqualTo(ITEMS + 1);
            assertThat(table.items().containsKey("wrong")).isEqualTo(report.rejected() == 0);
            assertThat(table.items().keySet()).hasSizeGreaterThanOrEqualTo(ITEMS);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAnswerThatIsLostCountsNothingTwice(NamedEngine engine, double rate) throws Exception {
        try (InterceptingProxy proxy = new InterceptingProxy(engine.endpoint());
                EditTable table = new EditTable(engine.endpoint(), proxy.uri())) {
            proxy.loseAnswer(operation(rate));
            ImportReport report = run(table, file(), ConflictMode.SKIP, rate, false);
            assertThat(List.of(report.written(), report.skipped(), report.rejected())).containsExactly((long) ITEMS, 0L, 0L);
            assertThat(table.items()).hasSize(ITEMS);
            assertThat(table.undo(report.change())).isEqualTo(ITEMS);
            assertThat(table.items()).isEmpty();
        }
    }
}
