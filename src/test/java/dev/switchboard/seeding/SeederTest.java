package dev.switchboard.seeding;

import static dev.switchboard.conversations.ConversationFixture.ADA;
import static dev.switchboard.conversations.ConversationFixture.EMRE;
import static dev.switchboard.conversations.ConversationFixture.IDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.ConversationFixture;
import dev.switchboard.conversations.ConversationReplacementService;
import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row ddb/seed. */
class SeederTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));

    private Seeder seeder(ConversationFixture fixture) {
        return new Seeder(new ConversationReplacementService(fixture.store, fixture.writer, fixture.table), now::get);
    }

    private static ConversationFixture fixture() {
        return new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
    }

    private static List<ScriptLine> lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> new ScriptLine(i + 1, i % 2 + 1, "line " + i)).toList();
    }

    private static List<MessageGroup> groups(ConversationFixture fixture, Participant person) {
        return fixture.queries.groups(person.uuid(), new TimeRange.All(), 50, null).rows();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void seedWritesTheConversationWithGroupRowsThatCarryTheLastMessage(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        List<ScriptLine> script = ConversationFileReader.bundled();
        SeedPlan plan = seeder(fixture).plan(ADA, EMRE, script, null);
        assertThat(plan.replaces()).isZero();
        assertThat(plan.otherConversation()).isNull();
        assertThat(fixture.all()).as("a plan writes nothing").isEmpty();
        RecordedProgress progress = new RecordedProgress();
        SeedResult result = seeder(fixture).run(plan, progress);
        assertThat(result.messages()).isEqualTo(script.size());
        assertThat(progress.done()).isEqualTo(script.size()).isEqualTo(progress.total());
        List<Message> messages = fixture.queries.messages(plan.groupUuid(), new TimeRange.All(), 500, null).rows().reversed();
        assertThat(messages).extracting(Message::text).containsExactlyElementsOf(script.stream().map(ScriptLine::text).toList());
        assertThat(messages).extracting(message -> message.from().handle())
                .containsExactlyElementsOf(script.stream().map(line -> line.person() == 1 ? "ada" : "emre").toList());
        assertThat(messages).allSatisfy(message -> assertThat(message.createdAt().anomalies()).isEmpty());
        for (Participant person : List.of(ADA, EMRE)) {
            assertThat(groups(fixture, person)).singleElement().satisfies(group -> {
                assertThat(group.uuid()).isEqualTo(plan.groupUuid());
                assertThat(group.with()).isEqualTo(person.equals(ADA) ? EMRE : ADA);
                assertThat(group.lastMessage()).isEqualTo(script.getLast().text());
                assertThat(group.lastMessageAt().instant()).isEqualTo(plan.last());
            });
        }
        assertThat(fixture.sending(now::get).send(plan.groupUuid(), EMRE, "now").sortsBeforeLast()).isFalse();
    }

    @Test
    void anEmptyConversationIsSeededWithoutAReadOfEachKey() {
        ConversationFixture fixture = fixture();
        ActivityLog activity = new ActivityLog();
        try (AwsClients clients = TestAws.open(fixture.endpoint(), activity)) {
            Seeder seeder = new Seeder(
                    new ConversationReplacementService(
                            new ItemStore(clients), new BatchWriter(clients), fixture.table),
                    now::get);

            seeder.run(seeder.plan(ADA, EMRE, lines(150), null), Progress.NONE);
        }
        assertThat(activity.writeCapacity()).as("150 messages and the two group items").isGreaterThanOrEqualTo(152);
        assertThat(activity.readCapacity()).as("read capacity units").isLessThanOrEqualTo(20);
    }

    @Test
    void theUsualStartIsThreeHoursBackOrFartherWhereTheScriptNeedsIt() {
        ConversationFixture fixture = fixture();
        SeedPlan shorter = seeder(fixture).plan(ADA, EMRE, lines(10), null);
        assertThat(Duration.between(shorter.start(), now.get())).isEqualTo(Duration.ofHours(3));
        assertThat(Duration.between(shorter.start(), shorter.last())).isEqualTo(Duration.ofMinutes(9));
        SeedPlan longer = seeder(fixture).plan(ADA, EMRE, lines(5_000), null);
        assertThat(Duration.between(longer.last(), now.get())).isBetween(Duration.ofHours(1), Duration.ofMinutes(62));
    }

    @Test
    void aStartThatWouldEndInTheFutureIsRefused() {
        ConversationFixture fixture = fixture();
        Instant start = now.get().minus(Duration.ofMinutes(9));
        assertThat(seeder(fixture).plan(ADA, EMRE, lines(10), start).last()).isEqualTo(now.get());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> seeder(fixture).plan(ADA, EMRE, lines(11), start))
                .withMessageContaining("in the future")
                .withMessageContaining("at least 10 minutes ago");
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aSecondRunReplacesAndNeverDoubles(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        Seeder seeder = seeder(fixture);
        SeedPlan first = seeder.plan(ADA, EMRE, lines(60), null);
        seeder.run(first, Progress.NONE);
        fixture.sending(now::get).send(first.groupUuid(), ADA, "said since then");
        now.set(now.get().plus(Duration.ofDays(1)));
        SeedPlan second = seeder.plan(ADA, EMRE, lines(40), null);
        assertThat(second.groupUuid()).isEqualTo(first.groupUuid());
        assertThat(second.replaces()).isEqualTo(61 + 2);
        assertThat(second.messages().getFirst().uuid()).as("the same message").isEqualTo(first.messages().getFirst().uuid());
        SeedResult result = seeder.run(second, Progress.NONE);
        assertThat(result.messages()).isEqualTo(40);
        assertThat(result.deleted()).isEqualTo(61 + 2);
        assertThat(fixture.all()).hasSize(42);
        SeedPlan third = seeder.plan(ADA, EMRE, lines(40), second.start());
        seeder.run(third, Progress.NONE);
        assertThat(fixture.all()).as("once more in the same place").hasSize(42);
        assertThat(groups(fixture, ADA)).singleElement().satisfies(group -> assertThat(group.lastMessage()).isEqualTo("line 39"));
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aCancelSaysExactlyHowManyWereWrittenAndASecondRunCompletes(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        Seeder seeder = seeder(fixture);
        SeedPlan plan = seeder.plan(ADA, EMRE, lines(700), null);
        RecordedProgress progress = new RecordedProgress(done -> done >= 100);
        assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(() -> seeder.run(plan, progress)).satisfies(cancelled -> {
            int there = fixture.all().size();
            assertThat(cancelled.sentence())
                    .contains(String.format("%,d of 700 messages were written and 0 previous items were deleted", there));
            assertThat(cancelled.remedy()).contains("No message is written twice");
            assertThat(there).isBetween(100, 500);
        });
        assertThat(groups(fixture, ADA)).as("no group row before its last message").isEmpty();
        seeder.run(seeder.plan(ADA, EMRE, lines(700), plan.start()), Progress.NONE);
        assertThat(fixture.all()).hasSize(702);
    }

    @Test
    void thePlanSaysThatTheTwoHaveAnotherConversation() {
        ConversationFixture fixture = fixture();
        ConversationStartResult.New started = (ConversationStartResult.New) fixture.sending(now::get).start(EMRE, ADA, "hello");
        SeedPlan plan = seeder(fixture).plan(ADA, EMRE, lines(3), null);
        assertThat(plan.otherConversation()).isNotNull();
        assertThat(plan.otherConversation().uuid()).isEqualTo(started.groupUuid());
        seeder(fixture).run(plan, Progress.NONE);
        assertThat(groups(fixture, ADA)).extracting(MessageGroup::uuid).containsExactlyInAnyOrder(started.groupUuid(), plan.groupUuid());
        assertThat(seeder(fixture).plan(ADA, IDA, lines(3), null).otherConversation()).isNull();
    }

    @Test
    void aRowOfAnotherConversationAtTheSameMomentIsNotOverwritten() {
        ConversationFixture fixture = fixture();
        Seeder seeder = seeder(fixture);
        seeder.run(seeder.plan(ADA, EMRE, lines(10), null), Progress.NONE);
        SeedPlan other = seeder.plan(ADA, IDA, lines(10), null);
        seeder.run(other, Progress.NONE);
        assertThat(groups(fixture, ADA)).hasSize(2);
        assertThat(other.last().getNano()).isEqualTo(1_000);
        assertThat(groups(fixture, IDA)).singleElement()
                .satisfies(group -> assertThat(group.lastMessageAt().text()).isEqualTo(StoredTime.write(other.last())));
    }

    @Test
    void aTableWithAStreamIsTold() {
        assertThat(seeder(fixture()).plan(ADA, EMRE, lines(3), null).stream()).isFalse();
        ConversationFixture streaming = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), true);
        assertThat(seeder(streaming).plan(ADA, EMRE, lines(3), null).stream()).isTrue();
    }

    @Test
    void groupsAndMessagesHaveUuidsOfTheirOwn() {
        ConversationFixture fixture = fixture();
        SeedPlan one = seeder(fixture).plan(ADA, EMRE, lines(50), null, "one");
        SeedPlan two = seeder(fixture).plan(ADA, EMRE, lines(50), null, "two");
        SeedPlan back = seeder(fixture).plan(EMRE, ADA, lines(50), null, "one");
        assertThat(new HashSet<>(List.of(one.groupUuid(), two.groupUuid(), back.groupUuid()))).hasSize(3);
        assertThat(one.messages()).extracting(message -> message.uuid()).doesNotHaveDuplicates();
        assertThatThrownBy(() -> seeder(fixture).plan(ADA, ADA, lines(1), null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> seeder(fixture).plan(ADA, EMRE, List.of(), null)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatOtherClientsWroteUnderTheGroupGoesToo() {
        ConversationFixture fixture = fixture();
        SeedPlan plan = seeder(fixture).plan(ADA, EMRE, lines(3), null);
        fixture.write(
                ConversationFixture.group(ADA, EMRE, plan.groupUuid(), "2026-11-01T00:00:00-05:00", "stale"),
                ConversationFixture.group(ADA, EMRE, plan.groupUuid(), "2026-11-02T00:00:00-05:00", "stale too"),
                Item.builder().string("pk", "MSG#" + plan.groupUuid()).string("sk", "whenever").build());
        assertThat(seeder(fixture).run(plan, Progress.NONE).deleted()).isEqualTo(3);
        assertThat(fixture.all()).hasSize(5);
    }
}
