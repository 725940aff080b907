package dev.switchboard.conversations;

import static dev.switchboard.conversations.ConversationFixture.ADA;
import static dev.switchboard.conversations.ConversationFixture.EMRE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row “pattern D”: an existing conversation of the two is offered instead of a second one, also where both begin at one moment. */
@Timeout(60)
class ConversationStarterRaceTest {
    static List<NamedEngine> engines() {
        return TestEngines.everyDynamoDb();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void ofTwoStartsThatHaveBothSeenNoneOnlyOneIsDone(NamedEngine engine) throws Exception {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        CountDownLatch both = new CountDownLatch(2);
        try (InterceptingProxy between = new InterceptingProxy(engine.endpoint());
                AwsClients first = TestAws.open(between.uri());
                AwsClients second = TestAws.open(between.uri());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            between.watch((operation, body) -> {
                if (operation.equals("TransactWriteItems")) {
                    both.countDown();
                    await(both);
                }
            });
            Future<ConversationStartResult> one =
                    threads.submit(() -> fixture.sendingThrough(first, InstantSource.system()).start(ADA, EMRE, "from ada"));
            Future<ConversationStartResult> two =
                    threads.submit(() -> fixture.sendingThrough(second, InstantSource.system()).start(EMRE, ADA, "from emre"));
            List<ConversationStartResult> started = List.of(one.get(), two.get());
            assertThat(started).hasAtLeastOneElementOfType(ConversationStartResult.New.class)
                    .hasAtLeastOneElementOfType(ConversationStartResult.Existing.class);
            String made = started.get(0) instanceof ConversationStartResult.New first1
                    ? first1.groupUuid()
                    : ((ConversationStartResult.New) started.get(1)).groupUuid();
            String found = started.get(0) instanceof ConversationStartResult.Existing theirs
                    ? theirs.group().uuid()
                    : ((ConversationStartResult.Existing) started.get(1)).group().uuid();
            assertThat(found).isEqualTo(made);
            assertThat(fixture.partition(MessageItems.messagesOf(made))).hasSize(1);
            assertThat(fixture.all()).as("one message and a row for each of the two").hasSize(3);
        }
    }

    /** The loser has found no item of its own; then all of the winner's items are there. */
    @ParameterizedTest
    @MethodSource("engines")
    void aStartThatSeesTheOtherHalfwayThroughItsReadsWritesNothing(NamedEngine engine) throws Exception {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        AtomicInteger queries = new AtomicInteger();
        try (InterceptingProxy between = new InterceptingProxy(engine.endpoint()); AwsClients second = TestAws.open(between.uri())) {
            between.watch((operation, body) -> {
                if (operation.equals("Query") && queries.incrementAndGet() == 2) {
                    fixture.sending(InstantSource.system()).start(ADA, EMRE, "from ada");
                }
            });
            assertThat(fixture.sendingThrough(second, InstantSource.system()).start(EMRE, ADA, "from emre"))
                    .isInstanceOf(ConversationStartResult.Existing.class);
            assertThat(fixture.all()).as("one message and a row for each of the two").hasSize(3);
        }
    }

    /** The receiver answers between the reads of the sender and the write of the sender's missing item. */
    @ParameterizedTest
    @MethodSource("engines")
    void aMissingItemIsNotWrittenTwiceWhenAMessageRestoresItFirst(NamedEngine engine) throws Exception {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        ConversationWriter sending = fixture.sending(InstantSource.system());
        String group = ((ConversationStartResult.New) sending.start(ADA, EMRE, "hello")).groupUuid();
        Item own = fixture.partition(MessageItems.groupsOf(EMRE.uuid())).getFirst();
        fixture.write(List.of(new Write.Delete(MessageItems.key(own), Map.of())));
        AtomicBoolean answered = new AtomicBoolean();
        try (InterceptingProxy between = new InterceptingProxy(engine.endpoint()); AwsClients second = TestAws.open(between.uri())) {
            between.watch((operation, body) -> {
                if (operation.equals("TransactWriteItems") && !answered.getAndSet(true)) {
                    sending.send(group, ADA, "are you there?");
                }
            });
            assertThat(fixture.sendingThrough(second, InstantSource.system()).start(EMRE, ADA, "from emre"))
                    .isInstanceOf(ConversationStartResult.Existing.class);
            assertThat(fixture.partition(MessageItems.groupsOf(EMRE.uuid()))).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aConversationThatWasRemovedCanBeStartedAgainAtOnce(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        ConversationWriter sending = fixture.sending(InstantSource.system());
        for (int time = 0; time < 3; time++) {
            assertThat(sending.start(ADA, EMRE, "hello")).isInstanceOf(ConversationStartResult.New.class);
            assertThat(sending.start(EMRE, ADA, "hello")).isInstanceOf(ConversationStartResult.Existing.class);
            List<Item> rows = fixture.all();
            assertThat(rows).hasSize(3);
            fixture.write(rows.stream().map(row -> (Write) new Write.Delete(MessageItems.key(row), Map.of())).toList());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
