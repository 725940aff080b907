package dev.switchboard.seeding;

import static dev.switchboard.conversations.ConversationFixture.ADA;
import static dev.switchboard.conversations.ConversationFixture.EMRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Call;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.ConversationFixture;
import dev.switchboard.conversations.ConversationReplacementService;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call to DynamoDB that the seeding of a conversation takes: over a slow link, the rounds of them are what an operator waits for. */
class SeederCallsTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));
    private static final String[] PLANNING = {"Query", "Query", "Query", "Query", "GetItem", "GetItem", "DescribeTable"};
    private final ActivityLog log = new ActivityLog();
    private long told;

    private static Seeder seeder(AwsClients clients, String table) {
        return new Seeder(new ConversationReplacementService(new ItemStore(clients), new BatchWriter(clients), table), CLOCK);
    }

    private static List<ScriptLine> lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> new ScriptLine(i + 1, i % 2 + 1, "line " + i)).toList();
    }

    private List<String> calls() {
        long before = told;
        told = log.made();
        return log.calls().reversed().stream().filter(call -> call.number() > before).map(Call::operation).toList();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aNewConversationOfAHundredMessagesTakesNineCallsAfterThePlan(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        try (AwsClients clients = TestAws.open(fixture.endpoint(), log)) {
            Seeder seeder = seeder(clients, fixture.table);
            SeedPlan plan = seeder.plan(ADA, EMRE, lines(100), null);
            assertThat(calls()).containsExactlyInAnyOrder(PLANNING);
            seeder.run(plan, Progress.NONE);
            assertThat(calls()).as("what is there, the messages, what is left over and both group items, the group items")
                    .containsExactly("Query", "BatchWriteItem", "BatchWriteItem", "BatchWriteItem", "BatchWriteItem", "Query", "Query",
                            "Query", "TransactWriteItems");

            seeder.plan(ADA, EMRE, lines(100), null);
            assertThat(calls()).as("the table is not described again").doesNotContain("DescribeTable").hasSize(PLANNING.length - 1);
        }
        assertThat(fixture.all()).hasSize(102);
    }

    @Test
    void thePlanReadsEverythingSideBySide() throws InterruptedException {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        CountDownLatch together = new CountDownLatch(PLANNING.length);
        AtomicBoolean all = new AtomicBoolean(true);
        try (InterceptingProxy proxy = new InterceptingProxy(fixture.endpoint()); AwsClients clients = TestAws.open(proxy.uri(), log)) {
            proxy.watch((operation, body) -> {
                together.countDown();
                all.compareAndSet(true, await(together));
            });
            seeder(clients, fixture.table).plan(ADA, EMRE, lines(3), null);
        }
        assertThat(all).as("no read was answered before the last one was asked").isTrue();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aGroupItemThatMovesAfterItWasReadIsNotOverwritten(NamedEngine engine) throws Exception {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        try (InterceptingProxy proxy = new InterceptingProxy(fixture.endpoint()); AwsClients clients = TestAws.open(proxy.uri(), log)) {
            Seeder seeder = seeder(clients, fixture.table);
            SeedPlan plan = seeder.plan(ADA, EMRE, lines(30), null);
            seeder.run(plan, Progress.NONE);
            proxy.before("TransactWriteItems", () -> fixture.sending(CLOCK).send(plan.groupUuid(), EMRE, "from elsewhere"));
            assertThatExceptionOfType(PartialCompletionException.class)
                    .isThrownBy(() -> seeder.run(plan, Progress.NONE))
                    .withMessageContaining("changed the participants’ items");
            assertThat(fixture.queries.groups(ADA.uuid(), new TimeRange.All(), 50, null).rows())
                    .singleElement().extracting(MessageGroup::lastMessage).isEqualTo("from elsewhere");
            assertThat(seeder.run(plan, Progress.NONE).deleted()).as("the other message, and the moved group items").isEqualTo(3);
        }
        assertThat(fixture.all()).hasSize(32);
    }

    /** As the consumer of a table's stream does. */
    @Test
    void aGroupItemThatMovesWhileMessagesAreDeletedIsReadAgain() throws Exception {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        try (InterceptingProxy proxy = new InterceptingProxy(fixture.endpoint()); AwsClients clients = TestAws.open(proxy.uri(), log)) {
            Seeder seeder = seeder(clients, fixture.table);
            SeedPlan plan = seeder.plan(ADA, EMRE, lines(30), null);
            seeder.run(plan, Progress.NONE);
            fixture.sending(CLOCK).send(plan.groupUuid(), EMRE, "to be deleted");
            AtomicBoolean moved = new AtomicBoolean();
            proxy.watch((operation, body) -> {
                if (body.contains("DeleteRequest") && moved.compareAndSet(false, true)) {
                    fixture.sending(InstantSource.offset(CLOCK, Duration.ofMinutes(1))).send(plan.groupUuid(), EMRE, "moves them");
                }
            });
            assertThat(seeder.run(plan, Progress.NONE).deleted()).as("the message, and the moved group items").isEqualTo(3);
            assertThat(moved).isTrue();
        }
        assertThat(fixture.queries.groups(ADA.uuid(), new TimeRange.All(), 50, null).rows())
                .singleElement().extracting(MessageGroup::lastMessage).isEqualTo("line 29");
    }
}
