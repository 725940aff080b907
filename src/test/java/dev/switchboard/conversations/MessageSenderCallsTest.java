package dev.switchboard.conversations;

import static dev.switchboard.conversations.ConversationFixture.ADA;
import static dev.switchboard.conversations.ConversationFixture.EMRE;
import static dev.switchboard.conversations.ConversationFixture.group;
import static dev.switchboard.conversations.ConversationFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Call;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call to DynamoDB that a message takes: over a slow link, their number is what an operator waits for. */
class MessageSenderCallsTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String OLD = "2026-11-20T08:00:00.000000+00:00";
    private static final String BEFORE = "2026-11-20T07:00:00.000000+00:00";
    private final ActivityLog log = new ActivityLog();
    private long told;

    private static ConversationFixture withConversation(NamedEngine engine, boolean stream) {
        ConversationFixture fixture = new ConversationFixture(engine, stream);
        fixture.write(
                group(ADA, EMRE, "g", OLD, "old").with("extra", "kept"), group(EMRE, ADA, "g", OLD, "old"),
                message("g", BEFORE, "m0", EMRE, "older"), message("g", OLD, "m1", ADA, "old"));
        return fixture;
    }

    private List<String> calls() {
        long before = told;
        told = log.made();
        return log.calls().reversed().stream().filter(call -> call.number() > before).map(Call::operation).toList();
    }

    private static List<Item> groupItems(ConversationFixture fixture, Participant owner) {
        return fixture.partition("GRP#" + owner.uuid());
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void theFirstMessageTakesFourCallsAndEachFurtherOneTwo(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, false);
        try (AwsClients clients = TestAws.open(fixture.endpoint(), log)) {
            ConversationWriter sending = fixture.sendingThrough(clients, InstantSource.fixed(NOW));
            assertThat(sending.send("g", ADA, "first").sortsBeforeLast()).isFalse();
            assertThat(calls()).containsExactly("DescribeTable", "Query", "BatchGetItem", "TransactWriteItems");
            for (Participant sender : List.of(ADA, EMRE, ADA)) {
                sending.send("g", sender, "next");
                assertThat(calls()).containsExactly("BatchGetItem", "TransactWriteItems");
            }
        }
        assertThat(groupItems(fixture, ADA)).singleElement().satisfies(row -> assertThat(row.string("extra")).isEqualTo("kept"));
        assertThat(groupItems(fixture, EMRE)).singleElement().satisfies(row -> assertThat(row.string("message")).isEqualTo("next"));
        assertThat(fixture.partition("MSG#g")).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void onATableWithAStreamItTakesAsManyAndTheSendersMembershipIsReadEachTime(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, true);
        try (AwsClients clients = TestAws.open(fixture.endpoint(), log)) {
            ConversationWriter sending = fixture.sendingThrough(clients, InstantSource.fixed(NOW));
            sending.send("g", ADA, "first");
            assertThat(calls()).containsExactly("DescribeTable", "Query", "BatchGetItem", "TransactWriteItems");
            sending.send("g", ADA, "second");
            assertThat(calls()).containsExactly("BatchGetItem", "TransactWriteItems");
        }
        assertThat(groupItems(fixture, ADA)).singleElement().satisfies(row -> assertThat(row.string("sk")).isEqualTo(OLD));
    }

    @Test
    void theMessageAfterTheOneThatStartedTheConversationTakesTwo() {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        try (AwsClients clients = TestAws.open(fixture.endpoint(), log)) {
            ConversationWriter sending = fixture.sendingThrough(clients, InstantSource.fixed(NOW));
            String group = ((ConversationStartResult.New) sending.start(ADA, EMRE, "first")).groupUuid();
            assertThat(calls()).containsExactly("Query", "Query", "DescribeTable", "TransactWriteItems");
            sending.send(group, ADA, "second");
            assertThat(calls()).containsExactly("BatchGetItem", "TransactWriteItems");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void anItemThatAnotherProgramMovedSinceIsSearchedFor(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, false);
        try (AwsClients clients = TestAws.open(fixture.endpoint(), log)) {
            ConversationWriter sending = fixture.sendingThrough(clients, InstantSource.fixed(NOW));
            sending.send("g", ADA, "first");
            fixture.sending(InstantSource.fixed(NOW.plusSeconds(60))).send("g", EMRE, "from elsewhere");
            told = log.made();
            assertThat(sending.send("g", ADA, "late").sortsBeforeLast()).as("the other message is a minute ahead").isTrue();
        }
        assertThat(groupItems(fixture, ADA)).singleElement().satisfies(row -> {
            assertThat(row.string("message")).isEqualTo("from elsewhere");
            assertThat(row.string("extra")).isEqualTo("kept");
        });
        assertThat(groupItems(fixture, EMRE)).hasSize(1);
        assertThat(fixture.partition("MSG#g")).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aParticipantWhoLeftMayNotSendTheNextMessage(NamedEngine engine) {
        ConversationFixture fixture = withConversation(engine, false);
        try (AwsClients clients = TestAws.open(fixture.endpoint(), log)) {
            ConversationWriter sending = fixture.sendingThrough(clients, InstantSource.fixed(NOW));
            sending.send("g", ADA, "first");
            groupItems(fixture, ADA).forEach(fixture::delete);
            assertThatThrownBy(() -> sending.send("g", ADA, "second"))
                    .hasFieldOrPropertyWithValue("code", "user_not_in_group");
        }
        assertThat(fixture.partition("MSG#g")).hasSize(3);
    }
}
