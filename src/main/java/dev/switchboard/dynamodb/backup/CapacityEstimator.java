package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Estimates what backups and restores use, and at which rate they run. */
final class CapacityEstimator {
    private static final Messages TEXT = Messages.of(CapacityEstimator.class);
    // On-demand prices of a request unit in us-east-1.
    private static final double DOLLARS_PER_READ = 0.125 / 1_000_000;
    private static final double DOLLARS_PER_WRITE = 0.625 / 1_000_000;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private final AwsClients clients;

    CapacityEstimator(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Estimates the backup of a table.
     *
     * @param rate read capacity units per second, as in {@link ScanOptions}
     */
    CapacityEstimate backup(TableDetails table, double rate) {
        double units = ItemSize.strongReadUnits((double) table.approximateBytes());
        double limit = readRate(table, rate);
        String time = time(units, limit, TEXT.get("estimate.rcu"), table.onDemand(), DOLLARS_PER_READ);
        return new CapacityEstimate(units, 0, limit,
                TEXT.get("estimate.backup", table.name(), table.approximateItems(), units, time));
    }

    /** Estimates the backup of a table and its comparison with the table, of which there are more while something writes to it. */
    CapacityEstimate deletion(TableDetails table, double rate) {
        double units = 2 * ItemSize.strongReadUnits((double) table.approximateBytes());
        double limit = readRate(table, rate);
        String time = time(units, limit, TEXT.get("estimate.rcu"), table.onDemand(), DOLLARS_PER_READ);
        return new CapacityEstimate(units, 0, limit,
                TEXT.get("estimate.drop", table.name(), table.approximateItems(), units, time));
    }

    /**
     * Estimates a restore from the items in the file, all of which are read.
     *
     * @param rate write capacity units per second; negative for the usual rate, 0 for no limit
     */
    CapacityEstimate restore(Path file, @Nullable String asName, double rate, Progress progress) {
        double writes = 0;
        double bytes = 0;
        TableDefinition table;
        try (BackupReader lines = new BackupReader(file)) {
            table = lines.header().table();
            for (@Nullable Item item = lines.item(); item != null; item = lines.item()) {
                progress.stopIfCancelled();
                long size = ItemSize.of(item);
                bytes += (double) size;
                writes += (double) (ItemSize.writeUnits(size) * (1 + indexes(item, table)));
            }
            String name = asName == null ? table.name() : asName;
            double reads = ItemSize.strongReadUnits(bytes);
            double limit = writeRate(table, new TableReader(clients).find(name), rate);
            String time = time(writes, limit, TEXT.get("estimate.wcu"), table.onDemand(), DOLLARS_PER_WRITE);
            return new CapacityEstimate(reads, writes, limit,
                    TEXT.get("estimate.restore", lines.header().items(), name, writes, time, reads));
        }
    }

    /** How many indexes an item is in. */
    private static long indexes(Item item, TableDefinition table) {
        return table.indexes().stream().filter(index -> isIn(item, index)).count();
    }

    private static boolean isIn(Item item, IndexDefinition index) {
        return index.keys().stream().map(KeyAttribute::name).allMatch(item.attributes()::containsKey);
    }

    private double readRate(TableDetails table, double rate) {
        return rate >= 0 ? rate : table.readCapacity() * clients.policy().readShare();
    }

    /** The write rate of a restore: the share that the environment's policy allows of the capacity of the table that is filled. */
    double writeRate(TableDefinition backup, Optional<TableDetails> existing, double rate) {
        if (rate >= 0) {
            return rate;
        }
        long capacity = existing.map(TableDetails::writeCapacity).orElse(backup.onDemand() ? 0 : backup.writeCapacity());
        return capacity * clients.policy().writeShare();
    }

    private static String time(double units, double rate, String unit, boolean onDemand, double dollarsPerUnit) {
        if (rate > 0) {
            return TEXT.get("estimate.time", duration(units / rate), rate, unit);
        }
        return onDemand
                ? TEXT.get("estimate.dollars", Math.max(units * dollarsPerUnit, 0.01)) + TEXT.get("estimate.unlimited.too")
                : TEXT.get("estimate.unlimited");
    }

    private static String duration(double seconds) {
        if (seconds < 2 * MINUTE) {
            return TEXT.get("duration.seconds", Math.max(1, Math.ceil(seconds)));
        }
        return seconds < 2 * HOUR
                ? TEXT.get("duration.minutes", Math.ceil(seconds / MINUTE))
                : TEXT.get("duration.hours", Math.ceil(seconds / HOUR));
    }
}
