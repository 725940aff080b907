package dev.switchboard.dynamodb.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.job.RateControl.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The sizes of the pages of a scan, in items. */
class ReadRateLimiterTest {
    private static TableDetails table(long readCapacity, long items, long bytes) {
        TableDescription description = TableDescription.builder()
                .tableName("table")
                .tableStatus("ACTIVE")
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType("S").build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType("HASH").build())
                .provisionedThroughput(p -> p.readCapacityUnits(readCapacity).writeCapacityUnits(readCapacity))
                .itemCount(items)
                .tableSizeBytes(bytes)
                .build();
        return TableDescriptionMapper.details(description, null, Map.of());
    }

    private static ReadRateLimiter pages(double limit, TableDetails table) {
        return new ReadRateLimiter(new CapacityLimiter(Unit.READ, limit, table.readCapacity()), table);
    }

    @Test
    void atALimitAPageUsesAQuarterOfASecond() {
        ReadRateLimiter pages = pages(100, table(100, 1000, 1_000_000));
        assertThat(pages.pageLimit(1)).as("less while the size of the items is not known").isEqualTo(6);
        pages.consumed(12, 6);
        assertThat(pages.pageLimit(1)).isEqualTo(12);
        assertThat(pages.pageLimit(4)).as("a request, of whatever segment").isEqualTo(12);
    }

    @Test
    void withoutALimitThePagesOfALargeTableAreDoubledFromASecondOfItsCapacity() {
        ReadRateLimiter pages = pages(0, table(5, 1000, 1000 * 4096));
        assertThat(pages.pageLimit(1)).isEqualTo(5);
        pages.consumed(2.5, 5);
        assertThat(pages.pageLimit(1)).as("ten units of a half for each item").isEqualTo(20);
        for (int i = 0; i < 5; i++) {
            pages.consumed(2.5, 5);
        }
        assertThat(pages.pageLimit(1)).isEqualTo(10_000);
    }

    @Test
    void aSmallTableOrOneOnDemandIsReadInWholePages() {
        assertThat(pages(0, table(5, 100, 5 * 4096)).pageLimit(1)).as("no more than a second").isEqualTo(10_000);
        assertThat(pages(0, table(0, 1000, 1000 * 4096)).pageLimit(1)).as("on demand").isEqualTo(10_000);
    }
}
