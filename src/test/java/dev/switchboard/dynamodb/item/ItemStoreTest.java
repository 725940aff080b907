package dev.switchboard.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.table.CreateTableRequestMapper;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemStoreTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";
    private ItemStore store;
    private String table;

    /** One table per engine, because filling it takes longer than all queries. */
    private static final Map<NamedEngine, String> FILLED = new ConcurrentHashMap<>();

    /** Partition p has 1000 items, one in a hundred of which is rare; attribute names are reserved words. */
    private void fill(NamedEngine engine) {
        store = new ItemStore(TestAws.clients(engine.endpoint()));
        table = FILLED.computeIfAbsent(engine, ItemStoreTest::filled);
    }

    private static String filled(NamedEngine engine) {
        String name = TestAws.tableName("items");
        TestEngines.dynamoDbClient(engine.endpoint())
                .createTable(CreateTableRequestMapper.of(MessagesTablePreset.of(name, true, false, true)));
        List<Write> writes = IntStream.range(0, 1000).mapToObj(i -> (Write) new Write.Put(row(i), false)).toList();
        new BatchWriter(TestAws.clients(engine.endpoint())).write(name, writes, Progress.NONE);
        return name;
    }

    private static Item row(int i) {
        return Item.builder()
                .string("pk", i < 1000 ? "p" : "written")
                .string("sk", String.format("%04d", i))
                .string("group", i % 100 == 50 ? "rare" : "usual")
                .string("message_group_uuid", "g")
                .build();
    }

    private Query query(SortKeyCondition sort, boolean newestFirst, int limit, @Nullable PageKey from, Map<String, String> equals) {
        return new Query(table, "pk", "p", "sk", sort, newestFirst, limit, from, equals);
    }

    private List<String> walk(Query query) {
        List<String> seen = new ArrayList<>();
        @Nullable PageKey from = null;
        do {
            ItemPage page = store.query(query.after(from));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            page.items().forEach(item -> seen.add(item.string("sk")));
            from = page.next();
        } while (from != null);
        return seen;
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void queriesByEverySortKeyConditionInBothDirectionsAndPages(NamedEngine engine) {
        fill(engine);
        List<String> all = IntStream.range(0, 1000).mapToObj(i -> String.format("%04d", i)).toList();
        assertThat(walk(query(new SortKeyCondition.All(), false, 300, null, Map.of()))).isEqualTo(all);
        assertThat(walk(query(new SortKeyCondition.All(), true, 333, null, Map.of()))).isEqualTo(all.reversed());
        assertThat(walk(query(new SortKeyCondition.BeginsWith("01"), false, 7, null, Map.of()))).isEqualTo(all.subList(100, 200));
        assertThat(walk(query(new SortKeyCondition.Between("0010", "0020"), true, 100, null, Map.of())))
                .isEqualTo(all.subList(10, 21).reversed());
        ItemPage page = store.query(query(new SortKeyCondition.All(), false, 10, null, Map.of()));
        assertThat(page.consumedReadCapacity()).isPositive();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aFilterIsReadOnOverAndThePagesMeetWithoutGapOrOverlap(NamedEngine engine) {
        fill(engine);
        List<String> rare = IntStream.range(0, 10).mapToObj(i -> String.format("%04d", i * 100 + 50)).toList();
        Query query = query(new SortKeyCondition.All(), false, 3, null, Map.of("group", "rare"));
        ItemPage first = store.query(query);
        assertThat(first.items()).extracting(item -> item.string("sk")).containsExactlyElementsOf(rare.subList(0, 3));
        assertThat(first.next()).isNotNull();
        assertThat(walk(query)).isEqualTo(rare);
        assertThat(store.query(query(new SortKeyCondition.All(), false, 3, null, Map.of("group", "none"))).next()).isNull();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void anIndexIsPagedToo(NamedEngine engine) {
        fill(engine);
        Query query = new Query(
                table, "message-group-sk-index", "message_group_uuid", "g", "sk", new SortKeyCondition.All(), false, 3, null,
                Map.of("group", "rare"), false);
        assertThat(walk(query)).hasSize(10).isSorted();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aTransactionThatDoesNotHoldNamesItsFailedWritesAndWritesNothing(NamedEngine engine) {
        fill(engine);
        Item fresh = row(5000);
        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> store.transact(
                        table,
                        List.of(
                                new Write.Put(fresh, true),
                                new Write.Put(row(1), true),
                                new Write.Delete(row(2).only(List.of("pk", "sk")), Map.of("group", "rare")),
                                new Write.Check(row(6000).only(List.of("pk", "sk")))),
                        UUID.randomUUID().toString()))
                .satisfies(conflict -> assertThat(conflict.failed()).containsExactly(1, 2, 3));
        assertThat(store.get(table, fresh.only(List.of("pk", "sk")))).isEmpty();
        assertThat(store.get(table, row(2).only(List.of("pk", "sk")))).contains(row(2));
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aTransactionSentTwiceWithOneTokenIsDoneOnce(NamedEngine engine) {
        fill(engine);
        List<Write> writes = List.of(new Write.Put(row(7000).with("message_group_uuid", "other"), true));
        String token = UUID.randomUUID().toString();
        store.transact(table, writes, token);
        assertThatCode(() -> store.transact(table, writes, token)).doesNotThrowAnyException();
        assertThatExceptionOfType(WriteConflictException.class)
                .isThrownBy(() -> store.transact(table, writes, UUID.randomUUID().toString()));
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aPageKeyThatIsNoneIsRefused(NamedEngine engine) {
        fill(engine);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> store.query(query(new SortKeyCondition.All(), false, 3, new PageKey("{\"pk\":1}"), Map.of())))
                .satisfies(bad -> assertThat(bad.code()).isEqualTo("page_key_malformed"));
    }
}
