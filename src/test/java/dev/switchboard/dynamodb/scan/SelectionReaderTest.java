package dev.switchboard.dynamodb.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Call;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl.Unit;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionReaderTest {
    private final String table = TestAws.tableName("selection");
    private final ActivityLog log = new ActivityLog();

    @Test
    void pagesOfAFilteredScanAreSizedByWhatIsReadAndNotByWhatMatches() {
        try (AwsClients clients = TestAws.open(TestEngines.dynamoDb(), log)) {
            new Tables(clients).create(MessagesTablePreset.of(table, false, false, false), Progress.NONE);
            new BatchWriter(clients).write(table, IntStream.range(0, 100)
                    .mapToObj(i -> (Write) new Write.Put(Item.builder().string("pk", "GRP#" + i).string("sk", "1").build(), false))
                    .toList(), Progress.NONE);
            ReadRateLimiter pages = new ReadRateLimiter(
                    new CapacityLimiter(Unit.READ, 160, 5), TableReader.detailsOrFail(clients.dynamoDb(), table));
            ItemSelection nothing =
                    new ItemSelection(null, null, "attribute_exists(nowhere)", Map.of(), Item.of(Map.of()), List.of());
            List<Item> found = new ArrayList<>();
            long before = log.made();
            new SelectionReader(clients.dynamoDb(), table, nothing, pages, ThrottlingLimit.USUAL, Progress.NONE)
                    .read(0, 1, null, page -> found.addAll(page.items()));
            assertThat(found).isEmpty();
            assertThat(log.calls().stream().filter(call -> call.number() > before).map(Call::operation))
                    .as("ten items at first, then all others, because they take next to no capacity").hasSizeBetween(2, 3)
                    .containsOnly("Scan");
        }
    }
}
