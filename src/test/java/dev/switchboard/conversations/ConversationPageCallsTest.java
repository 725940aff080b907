package dev.switchboard.conversations;

import static dev.switchboard.conversations.ConversationFixture.ADA;
import static dev.switchboard.conversations.ConversationFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The requests that pages of a long list of conversations take, and the items that they read. */
class ConversationPageCallsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int GROUPS = 2_500;

    @Test
    void aPageOfALongListIsOneRequestThatReadsOneItemMoreThanThePage() {
        ConversationFixture fixture = new ConversationFixture(TestEngines.everyDynamoDb().getFirst(), false);
        List<Write> groups = IntStream.range(0, GROUPS)
                .mapToObj(i -> (Write) new Write.Put(
                        group(ADA, new Participant("p" + i, "p" + i, "P"), "g" + i, StoredTime.write(NOW.minusSeconds(i)), "x"), false))
                .toList();
        fixture.write(groups);
        ActivityLog log = new ActivityLog();
        try (AwsClients clients = TestAws.open(fixture.endpoint(), log)) {
            ConversationQueries queries = new ConversationQueries(new ItemStore(clients), fixture.table);
            assertThat(queries.groups(ADA.uuid(), new TimeRange.All(), 50, null).rows()).hasSize(50);
            assertThat(log.made()).as("the first page of the window").isEqualTo(1);

            int rows = 0;
            double consumed = 0;
            @Nullable PageKey from = null;
            do {
                Page<MessageGroup> page = queries.groups(ADA.uuid(), new TimeRange.All(), 1_000, from);
                rows += page.rows().size();
                consumed += page.consumedReadCapacity();
                from = page.next();
            } while (from != null);
            assertThat(rows).isEqualTo(GROUPS);
            assertThat(log.made()).as("three pages of a thousand").isEqualTo(1 + 3);
            double bare = clients.dynamoDb()
                    .queryPaginator(b -> b.tableName(fixture.table)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk",
                                    AttributeValue.fromS("GRP#" + ADA.uuid())))
                            .returnConsumedCapacity("TOTAL"))
                    .stream()
                    .mapToDouble(page -> page.consumedCapacity().capacityUnits())
                    .sum();
            assertThat(consumed).as("as the bare requests, a rounding for each page aside").isBetween(bare, bare + 3);
        }
    }
}
