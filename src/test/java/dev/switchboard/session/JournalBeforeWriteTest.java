package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a write arrives at DynamoDB, its intent is on the disk, and with it every row that the request will change. */
class JournalBeforeWriteTest {
    private static final String AFTER = "\"after\":";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> READS = Set.of("DescribeTable", "GetItem", "BatchGetItem", "Query", "Scan", "ListTables",
            "DescribeContinuousBackups", "ListTagsOfResource", "DescribeKinesisStreamingDestination", "DescribeTimeToLive",
            "GetResourcePolicy",
            "ListContributorInsights");

    @TempDir
    Path home;

    @AutoClose private final InterceptingProxy before = new InterceptingProxy(TestEngines.dynamoDb());

    @AutoClose private SessionFixture fixture;

    private final Set<String> arrived = new TreeSet<>();
    private final Queue<String> unknown = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() {
        before.watch(this::arrives);
        fixture = new SessionFixture(home, before.uri()).withUsers();
    }

    private synchronized void arrives(String operation, String body) {
        if (READS.contains(operation)) {
            return;
        }
        arrived.add(operation);
        String journal = journal();
        try {
            List<String> wanted = texts(operation, JSON.readTree(body));
            if (wanted.isEmpty()) {
                unknown.add(operation + " names nothing");
            }
            wanted.stream().filter(text -> !holds(journal, text)).forEach(text -> unknown.add(operation + " of " + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the journal must hold for a request: each item that it writes, each key that it deletes, or the table's name. */
    private static List<String> texts(String operation, JsonNode request) {
        return switch (operation) {
            case "CreateTable", "DeleteTable" -> List.of("\"target\":\"" + request.get("TableName").asText() + "\"");
            case "PutItem" -> List.of(request.get("Item").toString());
            case "DeleteItem" -> List.of("\"key\":" + request.get("Key"));
            case "TransactWriteItems" -> request.findValues("TransactItems").getFirst().findParents("TableName").stream()
                    .filter(action -> !action.has("ConditionExpression") || action.has("Item") || action.has("Key"))
                    .map(JournalBeforeWriteTest::text)
                    .toList();
            case "BatchWriteItem" -> Stream.concat(
                    request.findValues("PutRequest").stream(), request.findValues("DeleteRequest").stream())
                    .map(JournalBeforeWriteTest::text)
                    .toList();
            default -> List.of();
        };
    }

    private static String text(JsonNode write) {
        return write.has("Item") ? AFTER + write.get("Item") : "\"key\":" + write.get("Key");
    }

    /** Of an item that a backup holds too, the journal has the digest. */
    private static boolean holds(String journal, String text) {
        return journal.contains(text)
                || (text.startsWith(AFTER)
                        && journal.contains("\"digest\":\"" + ItemDigest.content(Item.ofJson(text.substring(AFTER.length()))) + "\""));
    }

    private String journal() {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void undoLast() {
        Entry last = fixture.last();
        fixture.session.changes().undo(last.id(), Progress.NONE);
    }

    @Test
    void ofEveryServiceThatWrites() {
        Session session = fixture.session;
        session.tables().create(MessagesTablePreset.of(fixture.table, false, false, true), Progress.NONE);
        session.seeder().run(fixture.plan(60), Progress.NONE);
        session.seeder().run(fixture.plan(30), Progress.NONE);
        undoLast();
        session.sending().start(fixture.person("chidi"), fixture.person("ada"), "hello");
        String group =
                session.conversations().groups(fixture.person("chidi").uuid(), new dev.switchboard.conversations.TimeRange.All(), 1, null)
                        .rows().getFirst().uuid();
        session.sending().send(group, fixture.person("ada"), "hello back");
        undoLast();
        Item row = Item.builder().string("pk", "x").string("sk", "y").build();
        session.items().transact(fixture.table, List.of(new Write.Put(row, true)), UUID.randomUUID().toString());
        Path backup = session.tableDropper().drop(fixture.table, fixture.table, true, Progress.NONE).backup();
        session.backups().restore(backup, null, Progress.NONE);
        undoLast();

        assertThat(arrived).containsExactly(
                "BatchWriteItem", "CreateTable", "DeleteItem", "DeleteTable", "PutItem", "TransactWriteItems");
        assertThat(unknown).as("writes that arrived before the journal had them").isEmpty();
        assertThat(journal()).as("no password").doesNotContain(password());
    }

    private String password() {
        return String.valueOf(fixture.session.database().url().properties().getProperty("password"));
    }

    @Test
    void whereTheJournalCannotBeWrittenNothingArrives() throws IOException {
        fixture.withTable(false);
        arrived.clear();
        jam();
        assertThatThrownBy(() -> fixture.session.sending().start(fixture.person("ada"), fixture.person("bruno"), "hello"))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Changes are not allowed without a journal");
        assertThatThrownBy(() -> fixture.session.seeder().run(fixture.plan(10), Progress.NONE))
                .isInstanceOf(OperationFailedException.class);
        assertThatThrownBy(() -> fixture.session.tableDropper().drop(fixture.table, fixture.table, true, Progress.NONE))
                .isInstanceOf(OperationFailedException.class);
        assertThatThrownBy(() -> fixture.session.userSync().apply(fixture.session.userSync().compare(Progress.NONE), Progress.NONE))
                .isInstanceOf(OperationFailedException.class);
        assertThatThrownBy(() -> fixture.session.sqlRunner().run("DELETE FROM users", Progress.NONE))
                .isInstanceOf(OperationFailedException.class);
        assertThat(arrived).isEmpty();
        assertThat(fixture.all()).isEmpty();
        assertThat(fixture.session.users().counts().users()).isPositive();
        assertThat(fixture.session.users().counts().unsynced()).isEqualTo(fixture.session.users().counts().users());
    }

    /** A folder stands where today's file, and every other day's, would be. */
    private void jam() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
                Files.createDirectory(file);
            }
        }
    }

    @Test
    void whereItFillsUpInTheMiddleOfASeedTheRestIsNotWrittenAndThePartIsSaid() {
        fixture.withTable(false);
        int[] batches = {0};
        before.watch((operation, body) -> {
            if (operation.equals("BatchWriteItem") && batches[0]++ == 0) {
                try {
                    jam();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        assertThatThrownBy(() -> fixture.session.seeder().run(fixture.plan(2_000), Progress.NONE))
                .isInstanceOf(PartialCompletionException.class)
                .hasMessageContaining("of 2,000 messages were written")
                .hasMessageContaining("cannot be written");
        assertThat(fixture.all()).hasSizeBetween(1, 1_000);
    }
}
