package dev.switchboard.dynamodb.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.edit.EditTable;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.OutcomeState;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements on real engines: reads with their cost, writes with their undo, and batches. */
class PartiqlTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";
    private static final String RICH =
            "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"},\"n\":{\"N\":\"5\"},\"l\":{\"L\":[{\"N\":\"1\"},{\"S\":\"x\"},"
                    + "{\"BOOL\":true},{\"NULL\":true}]},\"m\":{\"M\":{\"k\":{\"S\":\"v\"}}},\"s\":{\"SS\":[\"x\",\"y\"]},\"ns\":{\"NS\":[\"1\",\"2.50\"]},"
                    + "\"b\":{\"B\":\"AQI=\"},\"we\\\"ird name\":{\"S\":\"it's\"},\"empty\":{\"S\":\"\"}}";

    private static Partiql partiql(EditTable table) {
        return new Partiql(table.clients, new PlanReader(table.clients));
    }

    private static PartiqlStatement statement(EditTable table, String text) {
        return StatementSplitter.split(text.replace("$T", "\"" + table.name + "\"")).getFirst();
    }

    private static StatementResult run(EditTable table, String text, List<Item> items, TypedValue... parameters) {
        return partiql(table).run(statement(table, text), List.of(parameters), 0, items::addAll, Progress.NONE);
    }

    private static StatementResult.Written write(EditTable table, String text, TypedValue... parameters) {
        return (StatementResult.Written) run(table, text, new ArrayList<>(), parameters);
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void readsEveryPageAndStopsAtTheLimit(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            for (int i = 0; i < 30; i++) {
                table.put(EditTable.item(i, i == 29 ? "last" : "x".repeat(100_000)));
            }
            List<Item> all = new ArrayList<>();
            StatementResult.Selected whole = (StatementResult.Selected) run(table, "SELECT * FROM $T -- all\n;", all);
            assertThat(all).hasSize(30).doesNotHaveDuplicates();
            assertThat(whole).isEqualTo(new StatementResult.Selected(30, whole.pages(), true, whole.consumedReadCapacity()));
            List<Item> last = new ArrayList<>();
            run(table, "SELECT text FROM $T WHERE text = ?", last, new TypedValue.Text("last"));
            assertThat(last).singleElement().satisfies(item -> assertThat(item.string("text")).isEqualTo("last"));

            List<Item> some = new ArrayList<>();
            StatementResult.Selected limited = (StatementResult.Selected) partiql(table)
                    .run(statement(table, "SELECT sk FROM $T"), List.of(), 12, some::addAll, Progress.NONE);
            assertThat(some).hasSize(12);
            assertThat(limited.complete()).isFalse();
            StatementResult.Selected exact = (StatementResult.Selected) partiql(table)
                    .run(statement(table, "SELECT sk FROM $T"), List.of(), 30, some::addAll, Progress.NONE);
            assertThat(exact.complete()).as("30 of 30").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aCancelEndsTheReadAndSaysHowFarItCame(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            table.fill(250);
            RecordedProgress progress = new RecordedProgress();
            // The first response is an empty one of 200 items before the filter.
            PartiqlStatement statement = statement(table, "SELECT * FROM $T WHERE text = 'none'");
            assertThatThrownBy(() -> partiql(table).run(statement, List.of(), 10, items -> progress.cancel(), progress))
                    .isInstanceOf(OperationCancelledException.class)
                    .hasMessageContaining("Canceled after no items");
            StatementResult.Selected whole =
                    (StatementResult.Selected) partiql(table).run(statement, List.of(), 10, items -> {}, Progress.NONE);
            assertThat(whole.pages()).as("walks through the empty response").isEqualTo(2);
            assertThat(whole.complete()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void onlyAStatementThatReadsTheWholeTableOrIndexHasAnEstimate(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            Partiql partiql = partiql(table);
            ReadEstimate whole = partiql.estimate(statement(table, "SELECT * FROM $T WHERE sk = '1'"));
            assertThat(Objects.requireNonNull(whole).text()).startsWith("Reads all of " + table.name);
            assertThat(partiql.estimate(statement(table, "SELECT * FROM $T WHERE pk = 'a'"))).isNull();
            assertThat(partiql.estimate(statement(table, "DELETE FROM $T WHERE pk = 'a'"))).isNull();
            String index = "SELECT * FROM $T.\"message-group-sk-index\" WHERE ";
            assertThat(partiql.estimate(statement(table, index + "message_group_uuid = 'g'"))).isNull();
            ReadEstimate ofIndex = partiql.estimate(statement(table, index + "pk = 'a'"));
            assertThat(Objects.requireNonNull(ofIndex).subject()).isEqualTo(table.name + "/message-group-sk-index");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void anInsertIsJournaledAndUndoneAndAnExistingItemStays(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            String insert =
                    "INSERT INTO $T VALUE {'pk':'a','sk':'1','n':-1.50,'l':[1,'x',true,null],'m':{'k':'it''s'},'s':<<'x','y'>>,'p':?}";
            StatementResult.Written written = write(table, insert, new TypedValue.Digits("12345678901234567890123456789012345678"));
            Entry entry = table.journal.get(written.change());
            assertThat(entry.outcome().state()).isEqualTo(OutcomeState.DONE);
            assertThat(entry.intent().operation()).isEqualTo("items partiql");
            assertRecorded(table, written.change());
            assertThatThrownBy(() -> write(table, insert, new TypedValue.Digits("1"))).isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("already has an item");
            assertThat(table.undo(written.change())).isEqualTo(1);
            assertThat(table.items()).isEmpty();
        }
    }

    /** The item that the journal says is there afterward is the one that the engine made. */
    private static void assertRecorded(EditTable table, String change) {
        table.journal.rows(change, row -> {
            Item item = table.items().get(Item.ofJson(row.key()).display("sk"));
            Item recorded = row.after() == null ? null : Item.ofJson(row.after());
            assertThat(ItemValues.same(item, recorded)).as("%s and recorded %s", item, recorded).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void everyUpdateLeavesTheItemThatTheJournalSaysAndIsUndone(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<String> updates = new ArrayList<>(List.of(
                    "SET n = n + 0.5, m.k = 'w', m.added = [1] REMOVE b",
                    "SET l[0] = 'first', l[9] = 'end'",
                    "SET l = list_append(l, ?)",
                    "SET n = n - 10",
                    "SET \"we\"\"ird name\" = 'z', fresh = {'a':<<1,2>>}",
                    "REMOVE m.k"));
            if (engine.toString().contains("Local")) {
                // dynoxide knows neither several clauses of one kind nor functions of sets, and takes the name of an attribute for a string.
                updates.addAll(List.of("SET n = 1 SET u = n REMOVE b", "SET m.copy = l[1], n = n", "REMOVE l[0] REMOVE l[2] REMOVE empty",
                        "SET s = set_add(s, <<'z'>>)", "SET s = set_delete(s, <<'x'>>)",
                        "SET t = set_add(t, <<'z'>>)", "SET s = set_delete(s, <<'x','y'>>)"));
            }
            for (String update : updates) {
                Item before = Item.ofJson(RICH);
                table.put(before);
                TypedValue[] parameters = update.contains("?")
                        ? new TypedValue[] {new TypedValue.Elements(List.of(new TypedValue.Text("p")))}
                        : new TypedValue[0];
                StatementResult.Written written = write(table, "UPDATE $T " + update + " WHERE pk='a' AND sk='1'", parameters);
                assertThat(written.returned()).isEmpty();
                assertThat(ItemValues.same(before, table.items().get("1"))).as(update).isFalse();
                assertRecorded(table, written.change());
                assertThat(table.undo(written.change())).as(update).isEqualTo(1);
                assertThat(ItemValues.same(table.items().get("1"), before)).as(update).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aDeleteReturnsWhatItIsAskedForAndIsUndone(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            Item before = Item.ofJson(RICH);
            table.put(before);
            StatementResult.Written written = write(table, "DELETE FROM $T WHERE sk='1' AND pk='a' AND n > 1 RETURNING ALL OLD *");
            assertThat(written.returned()).singleElement().matches(item -> ItemValues.same(item, before));
            assertThat(table.items()).isEmpty();
            assertThat(table.undo(written.change())).isEqualTo(1);
            assertThat(ItemValues.same(table.items().get("1"), before)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void whatCannotBeWrittenIsRefusedAndNothingIs(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            table.put(Item.ofJson(RICH));
            Map<String, Item> before = table.items();
            Map<String, String> refused = Map.of(
                    "UPDATE $T SET x=1 WHERE pk='a'", "whole key",
                    "UPDATE $T SET x=1 WHERE pk='a' OR sk='1'", "whole key",
                    "DELETE FROM $T WHERE pk='none' AND sk='1'", "has no item",
                    "UPDATE $T SET x=1 WHERE pk='a' AND sk='1' AND n=77", "condition of the statement",
                    "UPDATE $T SET x=text WHERE pk='a' AND sk='1'", "does not fit",
                    "UPDATE $T SET x=rand() WHERE pk='a' AND sk='1'", "not expected",
                    "INSERT INTO $T VALUE {'pk':'b'}", "whole key",
                    "DELETE FROM $T", "WHERE is expected",
                    "UPDATE $T SET x=? WHERE pk='a' AND sk='1'", "1 parameter, and no values");
            refused.forEach((text, words) -> assertThatThrownBy(() -> write(table, text)).as(text).isInstanceOf(Failure.class)
                    .hasMessageContaining(words));
            assertThatThrownBy(() -> write(table, "CREATE TABLE x")).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> run(table, "SELECT " + "x,".repeat(4_100) + "x FROM $T", new ArrayList<>()))
                    .hasMessageContaining("at most 8,192");
            assertThat(table.items()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aChangeByAnotherProcessInBetweenIsReadAgainAndKept(NamedEngine engine) {
        try (InterceptingProxy proxy = new InterceptingProxy(engine.endpoint());
                EditTable table = new EditTable(engine.endpoint(), proxy.uri())) {
            table.put(Item.ofJson(RICH));
            Item theirs = Item.ofJson(RICH.replace("\"N\":\"5\"", "\"N\":\"50\"").replace("it's", "theirs"));
            proxy.before("ExecuteStatement", () -> table.put(theirs));
            StatementResult.Written written = write(table, "UPDATE $T SET n = n + 1 WHERE pk='a' AND sk='1'");
            assertThat(table.items().get("1").display("n")).isEqualTo("51");
            assertThat(table.undo(written.change())).isEqualTo(1);
            assertThat(ItemValues.same(table.items().get("1"), theirs)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aLostAnswerIsNoFailureAndTheWriteIsNotRepeated(NamedEngine engine) {
        try (InterceptingProxy proxy = new InterceptingProxy(engine.endpoint());
                EditTable table = new EditTable(engine.endpoint(), proxy.uri())) {
            table.put(Item.ofJson(RICH));
            proxy.loseAnswer("ExecuteStatement");
            StatementResult.Written written = write(table, "UPDATE $T SET n = n + 1 WHERE pk='a' AND sk='1'");
            assertThat(table.items().get("1").display("n")).isEqualTo("6");
            assertThat(table.journal.get(written.change()).outcome().state()).isEqualTo(OutcomeState.DONE);
            proxy.loseAnswer("ExecuteStatement");
            write(table, "INSERT INTO $T VALUE {'pk':'b','sk':'2'}");
            assertThat(table.items()).containsKey("2");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void statementsRunOneByOneUpToTheFirstThatFails(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            List<PartiqlStatement> statements = StatementSplitter.split("""
                    INSERT INTO "T" VALUE {'pk':'a','sk':'1'}; SELECT * FROM "T" WHERE pk='a';
                    INSERT INTO "T" VALUE {'pk':'a','sk':'1'}; DELETE FROM "T" WHERE pk='a' AND sk='1'""".replace("\"T\"",
                    "\"" + table.name + "\""));
            StatementReport report = partiql(table).runAll(statements, 0, StatementListener.NONE, Progress.NONE);
            assertThat(report.results().get(1)).isInstanceOf(StatementResult.Selected.class);
            assertThat(report.results().get(2)).isInstanceOf(StatementResult.Failed.class);
            assertThat(report.results().get(3)).isInstanceOf(StatementResult.NotRun.class);
            assertThat(report.summary()).isEqualTo("2 of 4 statements done, 1 failed, 1 not run.");
            assertThat(table.items()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aBatchShowsTheErrorOfEachStatementAndItsWritesAreUndoneTogether(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            table.fill(3);
            Map<String, Item> before = table.items();
            StringBuilder script = new StringBuilder(
                    """
                    UPDATE $T SET text='changed' WHERE pk='p0' AND sk='0000'; DELETE FROM $T WHERE pk='p1' AND sk='0001';
                    UPDATE $T SET text='text 2' WHERE pk='p2' AND sk='0002' AND text='other'; UPDATE $T SET x=1 WHERE pk='none' AND sk='1';""");
            // More than one request.
            for (int i = 100; i < 130; i++) {
                script.append("INSERT INTO $T VALUE {'pk':'new','sk':'").append(i).append("'};");
            }
            List<PartiqlStatement> statements = StatementSplitter.split(script.toString().replace("$T", "\"" + table.name + "\""));
            StatementReport report = partiql(table).batch(statements, StatementListener.NONE, Progress.NONE);
            assertThat(report.summary()).isEqualTo("32 of 34 statements done, 2 failed.");
            assertThat(report.results().get(2)).isInstanceOfSatisfying(StatementResult.Failed.class,
                    failed -> assertThat(failed.failure().sentence()).contains("condition of the statement is not met"));
            assertThat(report.results().get(3)).isInstanceOf(StatementResult.Failed.class);
            assertThat(table.items()).hasSize(32);
            StatementResult.Written first = (StatementResult.Written) report.results().getFirst();
            assertThat(table.journal.get(first.change()).outcome().state()).isEqualTo(OutcomeState.PARTLY);
            assertThat(table.undo(first.change())).isEqualTo(32);
            assertThat(table.items()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aThrottledStatementOfABatchIsSentAgainAndAnUnknownOneIsReported(NamedEngine engine) {
        try (InterceptingProxy proxy = new InterceptingProxy(engine.endpoint());
                EditTable table = new EditTable(engine.endpoint(), proxy.uri())) {
            table.fill(2);
            String error = "{\"Responses\":[{\"Error\":{\"Code\":\"%s\",\"Message\":\"busy\"}}]}";
            AtomicInteger answers = new AtomicInteger();
            proxy.change("BatchExecuteStatement", answer -> answers.getAndIncrement() == 0 ? error.formatted("ThrottlingError") : answer);
            List<Item> items = new ArrayList<>();
            StatementListener listener = listener(items);
            StatementReport report =
                    partiql(table).batch(List.of(statement(table, "SELECT * FROM $T WHERE pk='p1' AND sk='0001'")), listener,
                            Progress.NONE);
            assertThat(report.done()).isEqualTo(1);
            assertThat(items).hasSize(1);
            assertThat(answers.get()).isEqualTo(2);

            proxy.change("BatchExecuteStatement", answer -> error.formatted("InternalServerError"));
            StatementReport unknown = partiql(table).batch(
                    List.of(statement(table, "DELETE FROM $T WHERE pk='p1' AND sk='0001'")), StatementListener.NONE, Progress.NONE);
            assertThat(unknown.results().getFirst()).isInstanceOfSatisfying(StatementResult.Failed.class,
                    failed -> assertThat(failed.failure().sentence()).contains("unknown whether it was done"));
            Entry entry = table.journal.list(1).entries().getFirst();
            assertThat(entry.outcome().state()).isEqualTo(OutcomeState.UNKNOWN);
            assertThat(table.undo(entry.id())).as("it was written after all").isEqualTo(1);
        }
    }

    private static StatementListener listener(List<Item> items) {
        return new StatementListener() {
            @Override
            public void items(int statement, List<Item> page) {
                items.addAll(page);
            }

            @Override
            public void ended(int statement, StatementResult result) {}
        };
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aBatchReadsSingleItemsAndSaysWhichStatementsItCannot(NamedEngine engine) {
        try (EditTable table = new EditTable(engine)) {
            table.fill(2);
            List<Item> items = new ArrayList<>();
            StatementListener listener = listener(items);
            String script =
                    "SELECT * FROM $T WHERE pk='p1' AND sk='0001'; SELECT * FROM $T WHERE pk='p1'; SELECT * FROM $T WHERE pk='x' AND sk='x'";
            List<PartiqlStatement> statements = StatementSplitter.split(script.replace("$T", "\"" + table.name + "\""));
            StatementReport report = partiql(table).batch(statements, listener, Progress.NONE);
            assertThat(items).containsExactly(EditTable.item(1, "text 1"));
            assertThat(report.results().get(1)).isInstanceOfSatisfying(StatementResult.Failed.class,
                    failed -> assertThat(failed.failure().sentence()).startsWith("ValidationError: "));
            assertThat(report.results().get(2)).isEqualTo(new StatementResult.Selected(0, 1, true, 0));

            List<PartiqlStatement> mixed = new ArrayList<>(statements);
            mixed.add(statement(table, "DELETE FROM $T WHERE pk='p1' AND sk='0001'"));
            assertThatThrownBy(() -> partiql(table).batch(mixed, StatementListener.NONE, Progress.NONE)).hasMessageContaining("that write");
            PartiqlStatement twice = mixed.getLast();
            assertThatThrownBy(() -> partiql(table).batch(List.of(twice, twice), StatementListener.NONE, Progress.NONE))
                    .hasMessageContaining("Two statements");
            assertThat(table.items()).hasSize(2);
        }
    }
}
