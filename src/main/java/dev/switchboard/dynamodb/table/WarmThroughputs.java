package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;

/** Reads the warm throughput of a table and its indexes where it is more than a new table has. */
final class WarmThroughputs {
    private static final long ON_DEMAND_READ = 12_000;
    private static final long ON_DEMAND_WRITE = 4_000;

    private WarmThroughputs() {}

    static Map<String, TableSettings.Throughput> of(TableDescription table) {
        Map<String, TableSettings.Throughput> found = new TreeMap<>();
        boolean onDemand = TableDescriptionMapper.isOnDemand(table);
        @Nullable TableWarmThroughputDescription warm = table.warmThroughput();
        if (warm != null) {
            put(found, "", warm.readUnitsPerSecond(), warm.writeUnitsPerSecond(), onDemand, table.provisionedThroughput());
        }
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            @Nullable GlobalSecondaryIndexWarmThroughputDescription of = index.warmThroughput();
            if (of != null) {
                put(found, index.indexName(), of.readUnitsPerSecond(), of.writeUnitsPerSecond(), onDemand, index.provisionedThroughput());
            }
        }
        return found;
    }

    private static void put(
            Map<String, TableSettings.Throughput> found,
            String index,
            @Nullable Long read,
            @Nullable Long write,
            boolean onDemand,
            @Nullable ProvisionedThroughputDescription provisioned) {
        long usualRead = onDemand || provisioned == null ? ON_DEMAND_READ : orZero(provisioned.readCapacityUnits());
        long usualWrite = onDemand || provisioned == null ? ON_DEMAND_WRITE : orZero(provisioned.writeCapacityUnits());
        if (read != null && write != null && (read > usualRead || write > usualWrite)) {
            found.put(index, new TableSettings.Throughput(read, write));
        }
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
