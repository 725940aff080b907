package dev.switchboard.conversations;

import static dev.switchboard.conversations.ConversationFixture.ADA;
import static dev.switchboard.conversations.ConversationFixture.EMRE;
import static dev.switchboard.conversations.ConversationFixture.IDA;
import static dev.switchboard.conversations.ConversationFixture.group;
import static dev.switchboard.conversations.ConversationFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows lib/ddb.py create_message (pattern C), create_message_group (pattern D) and services/create_message.py. */
class MessageSenderTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String OLD = "2026-11-20T08:00:00.000000-05:00";

    private static ConversationFixture withConversation(NamedEngine engine, boolean stream) {
        ConversationFixture fixture = new ConversationFixture(engine, stream);
        fixture.write(
                group(ADA, EMRE, "g", OLD, "old").with("extra", "kept"),
                group(EMRE, ADA, "g", OLD, "old"),
                group(ADA, IDA, "other", "2026-11-21T08:00:00.000000-05:00", "untouched"),
                message("g", OLD, "m1", ADA, "old"));
        return fixture;
    }

    private static NamedEngine first() {
        return TestEngines.everyDynamoDb().getFirst();
    }

    private static List<Item> groupItems(ConversationFixture fixture, Participant owner) {
        return fixture.partition("GRP#" + owner.uuid()).stream().filter(row -> "g".equals(row.string("message_group_uuid"))).toList();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void patternCAppendsTheMessageAndMovesBothGroupRows(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, false);
        MessageSendResult sent = fixture.sending(CLOCK).send("g", EMRE, "hello  there ");
        assertThat(sent.groupItemsUpdated()).isTrue();
        assertThat(sent.sortsBeforeLast()).isFalse();
        assertThat(sent.message().text()).isEqualTo("hello  there ");
        assertThat(sent.message().createdAt().text()).isEqualTo("2026-11-23T10:00:00.000000+00:00");
        assertThat(sent.message().missing()).isEmpty();
        for (Participant person : List.of(ADA, EMRE)) {
            assertThat(groupItems(fixture, person)).singleElement().satisfies(row -> {
                assertThat(row.string("sk")).isEqualTo("2026-11-23T10:00:00.000000+00:00");
                assertThat(row.string("message")).isEqualTo("hello  there ");
                assertThat(row.string("user_uuid")).isEqualTo(person.equals(ADA) ? EMRE.uuid() : ADA.uuid());
            });
        }
        assertThat(groupItems(fixture, ADA).getFirst().string("extra")).as("whatever else the row carries").isEqualTo("kept");
        assertThat(fixture.partition("MSG#g")).hasSize(2);
        assertThat(fixture.all()).as("the other conversation is as it was").hasSize(5);
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void patternCOnATableWithAStreamOnlyAppendsAndSaysSo(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, true);
        MessageSendResult sent = fixture.sending(CLOCK).send("g", EMRE, "hello");
        assertThat(sent.groupItemsUpdated()).isFalse();
        assertThat(groupItems(fixture, ADA)).singleElement().satisfies(row -> assertThat(row.string("sk")).isEqualTo(OLD));
        assertThat(fixture.partition("MSG#g")).hasSize(2);
    }

    @Test
    void whoDoesNotBelongToAGroupMayNotWriteIntoIt() {
        ConversationFixture fixture = withConversation(first(), false);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fixture.sending(CLOCK).send("g", IDA, "hello"))
                .withMessageContaining("@ida is not a participant");
        assertThat(fixture.all()).hasSize(4);
    }

    @Test
    void membershipIsFoundOnWhateverPageItsRowIs() {
        ConversationFixture fixture = withConversation(first(), false);
        List<Item> many = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            many.add(group(EMRE, new Participant("p" + i, "p" + i, "P"), "g" + i, StoredTime.write(NOW.minusSeconds(i)), "x"));
        }
        fixture.write(many.toArray(Item[]::new));
        assertThat(fixture.sending(CLOCK).send("g", EMRE, "hello").groupItemsUpdated()).isTrue();
        assertThat(groupItems(fixture, EMRE)).hasSize(1);
    }

    @Test
    void theRulesOfCreateMessageAreKeptAndNothingIsWritten() {
        ConversationFixture fixture = withConversation(first(), false);
        ConversationWriter sending = fixture.sending(CLOCK);
        assertThatThrownBy(() -> sending.send(" ", ADA, "x")).hasFieldOrPropertyWithValue("code", "message_group_uuid_blank");
        assertThatThrownBy(() -> sending.send("g", ADA, " ")).hasFieldOrPropertyWithValue("code", "message_blank");
        assertThatThrownBy(() -> sending.send("g", ADA, "x".repeat(1025))).hasFieldOrPropertyWithValue("code", "message_exceed_max_chars");
        assertThatThrownBy(() -> sending.start(ADA, ADA, "x")).hasFieldOrPropertyWithValue("code", "user_receiver_oneself");
        assertThatThrownBy(() -> sending.start(ADA, EMRE, "")).isInstanceOf(InvalidInputException.class);
        assertThat(fixture.all()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void twoMessagesInOneMicrosecondTakeTheNextFreeOnes(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, false);
        // The row of another conversation stands in the microsecond after that.
        fixture.write(group(ADA, IDA, "other2", "2026-11-23T10:00:00.000002+00:00", "mine"));
        ConversationWriter sending = fixture.sending(CLOCK);
        List<String> times = new ArrayList<>();
        for (String text : List.of("a", "b", "c", "d")) {
            times.add(sending.send("g", ADA, text).message().createdAt().text());
        }
        assertThat(times)
                .doesNotHaveDuplicates()
                .startsWith("2026-11-23T10:00:00.000000+00:00", "2026-11-23T10:00:00.000001+00:00")
                .allMatch(time -> time.startsWith("2026-11-23T10:00:00.00000"))
                .doesNotContain("2026-11-23T10:00:00.000002+00:00");
        assertThat(fixture.partition("MSG#g")).hasSize(5);
        assertThat(fixture.partition("GRP#" + ADA.uuid())).extracting(row -> row.string("message")).containsExactlyInAnyOrder("untouched",
                "mine", "d");
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void concurrentSendersLoseNothingAndLeaveOneGroupRowEach(NamedEngine engine) throws Exception {
        ConversationFixture fixture = withConversation(engine, false);
        ConversationWriter sending = fixture.sending(InstantSource.system());
        List<Future<MessageSendResult>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Participant sender = i % 2 == 0 ? ADA : EMRE;
                String text = "message " + i;
                sent.add(threads.submit(() -> sending.send("g", sender, text)));
            }
        }
        for (Future<MessageSendResult> one : sent) {
            assertThat(one.get().groupItemsUpdated()).isTrue();
        }
        assertThat(fixture.partition("MSG#g")).hasSize(9);
        assertThat(groupItems(fixture, ADA)).hasSize(1);
        assertThat(groupItems(fixture, EMRE)).singleElement()
                .satisfies(row -> assertThat(row.string("sk")).isEqualTo(groupItems(fixture, ADA).getFirst().string("sk")));
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aGroupRowThatSomebodyElseMovedMeanwhileIsLookedForAgain(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, false);
        ConversationWriter other = fixture.sending(InstantSource.fixed(NOW.minusSeconds(5)));
        try (InterceptingProxy between = new InterceptingProxy(fixture.endpoint()); AwsClients clients = TestAws.open(between.uri())) {
            between.before("TransactWriteItems", () -> other.send("g", EMRE, "meanwhile"));
            fixture.sendingThrough(clients, CLOCK).send("g", ADA, "mine");
        }
        for (Participant person : List.of(ADA, EMRE)) {
            assertThat(groupItems(fixture, person)).singleElement().satisfies(row -> assertThat(row.string("message")).isEqualTo("mine"));
        }
        assertThat(fixture.partition("MSG#g")).extracting(row -> row.string("message")).containsExactlyInAnyOrder("old", "meanwhile",
                "mine");
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aMessageWhoseAnswerWasLostIsNotWrittenTwice(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, false);
        try (InterceptingProxy between = new InterceptingProxy(fixture.endpoint()); AwsClients clients = TestAws.open(between.uri())) {
            between.loseAnswer("TransactWriteItems");
            fixture.sendingThrough(clients, CLOCK).send("g", ADA, "once");
        }
        assertThat(fixture.partition("MSG#g")).hasSize(2);
        assertThat(groupItems(fixture, ADA)).hasSize(1);
    }

    @Test
    void leftOverGroupRowsAreAllMovedAndAMissingOneIsMadeAnew() {
        ConversationFixture fixture = new ConversationFixture(first(), false);
        fixture.write(
                group(ADA, EMRE, "g", OLD, "one"),
                group(ADA, EMRE, "g", "2026-11-19T08:00:00.000000+00:00", "two"),
                group(ADA, EMRE, "g", "2026-11-18T08:00:00", "three"));
        fixture.sending(CLOCK).send("g", ADA, "tidy");
        assertThat(groupItems(fixture, ADA)).singleElement().satisfies(row -> assertThat(row.string("message")).isEqualTo("tidy"));
        assertThat(groupItems(fixture, EMRE)).singleElement().satisfies(row -> {
            assertThat(row.string("user_handle")).isEqualTo("ada");
            assertThat(row.string("message")).isEqualTo("tidy");
        });
        assertThat(fixture.sending(CLOCK).send("g", EMRE, "answer").groupItemsUpdated()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aClockThatIsLateMovesNoGroupRowBackwards(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        String group = ((ConversationStartResult.New) fixture.sending(CLOCK).start(ADA, EMRE, "on time")).groupUuid();
        Set<Item> rows = Set.copyOf(fixture.partition(MessageItems.groupsOf(ADA.uuid())));
        Set<Item> others = Set.copyOf(fixture.partition(MessageItems.groupsOf(EMRE.uuid())));

        MessageSendResult sent = fixture.sending(InstantSource.fixed(NOW.minusSeconds(300))).send(group, EMRE, "five minutes late");

        assertThat(sent.message().createdAt().instant()).isEqualTo(NOW.minusSeconds(300));
        assertThat(Set.copyOf(fixture.partition(MessageItems.groupsOf(ADA.uuid())))).isEqualTo(rows);
        assertThat(Set.copyOf(fixture.partition(MessageItems.groupsOf(EMRE.uuid())))).isEqualTo(others);
        assertThat(fixture.partition(MessageItems.messagesOf(group))).hasSize(2);
    }

    @Test
    void aMessageThatSortsBeforeOneFromTheFutureIsTold() {
        ConversationFixture fixture = withConversation(first(), false);
        fixture.write(message("g", "2027-01-01T00:00:00.000000+00:00", "future", ADA, "seeded too late"));
        assertThat(fixture.sending(CLOCK).send("g", EMRE, "hello").sortsBeforeLast()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void patternDMakesBothGroupRowsAndTheFirstMessageAndOffersItTheSecondTime(NamedEngine engine) {
        ConversationFixture fixture = new ConversationFixture(engine, false);
        ConversationWriter sending = fixture.sending(CLOCK);
        ConversationStartResult.New started = (ConversationStartResult.New) sending.start(ADA, EMRE, "first");
        assertThat(fixture.all()).hasSize(3);
        assertThat(fixture.queries.messages(started.groupUuid(), new TimeRange.All(), 5, null).rows())
                .singleElement()
                .satisfies(message -> assertThat(message.from()).isEqualTo(ADA));
        for (Participant person : List.of(ADA, EMRE)) {
            assertThat(fixture.queries.groups(person.uuid(), new TimeRange.All(), 5, null).rows()).singleElement().satisfies(group -> {
                assertThat(group.uuid()).isEqualTo(started.groupUuid());
                assertThat(group.lastMessage()).isEqualTo("first");
                assertThat(group.with()).isEqualTo(person.equals(ADA) ? EMRE : ADA);
            });
        }
        ConversationStartResult again = sending.start(EMRE, ADA, "second");
        assertThat(again).isInstanceOfSatisfying(ConversationStartResult.Existing.class,
                there -> assertThat(there.group().uuid()).isEqualTo(started.groupUuid()));
        assertThat(fixture.all()).as("nothing was written").hasSize(3);
        assertThat(sending.start(ADA, IDA, "at the same microsecond")).isInstanceOf(ConversationStartResult.New.class);
        assertThat(fixture.partition("GRP#" + ADA.uuid())).hasSize(2);
    }

    @Test
    void aConversationOfWhichOnlyTheOthersRowIsLeftIsMendedAndOffered() {
        ConversationFixture fixture = new ConversationFixture(first(), false);
        fixture.write(
                group(EMRE, ADA, "g", OLD, "half"), message("g", OLD, "m1", EMRE, "half"),
                group(ADA, IDA, "other", OLD, "at the same time"));
        assertThat(fixture.sending(CLOCK).start(ADA, EMRE, "x")).isInstanceOf(ConversationStartResult.Existing.class);
        assertThat(groupItems(fixture, ADA)).hasSize(1);
        assertThat(fixture.sending(CLOCK).send("g", ADA, "now it works").groupItemsUpdated()).isTrue();
    }
}
