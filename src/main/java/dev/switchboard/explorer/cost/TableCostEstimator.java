package dev.switchboard.explorer.cost;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Estimates what tables cost in a month, from a table of list prices. */
public final class TableCostEstimator {
    private static final Messages TEXT = Messages.of(TableCostEstimator.class);
    private static final double HOURS = 730;
    private static final double GIGABYTE = 1L << 30;
    private static final Properties PRICES = prices();

    private TableCostEstimator() {}

    /**
     * Estimates the cost of an existing table.
     *
     * @param tableClass null for {@code STANDARD}
     */
    public static TableCost of(TableDetails table, @Nullable String tableClass) {
        long local = table.indexes().stream().filter(IndexDetails::local).mapToLong(IndexDetails::approximateBytes).sum();
        long global = table.indexes().stream().filter(index -> !index.local()).mapToLong(IndexDetails::approximateBytes).sum();
        boolean recovers = Boolean.TRUE.equals(table.pointInTimeRecovery());
        return of(TableDefinition.of(table), tableClass, table.approximateBytes() + local, global, recovers);
    }

    /** Estimates the cost of a table before it is created: empty, in the class {@code STANDARD}. */
    public static TableCost of(TableDefinition definition) {
        return of(definition, null, 0, 0, false);
    }

    private static TableCost of(
            TableDefinition table, @Nullable String tableClass, long bytes, long globalBytes, boolean recovers) {
        String of = tableClass == null ? "STANDARD" : tableClass;
        double read = 0;
        double write = 0;
        if (!table.onDemand()) {
            read = table.readCapacity();
            write = table.writeCapacity();
            for (IndexDefinition index : table.indexes()) {
                if (!index.local()) {
                    read += index.readCapacity() == 0 ? table.readCapacity() : index.readCapacity();
                    write += index.writeCapacity() == 0 ? table.writeCapacity() : index.writeCapacity();
                }
            }
        }
        double capacity = HOURS * (read * price(of + ".read-unit-hour") + write * price(of + ".write-unit-hour"));
        double storage = (bytes + globalBytes) / GIGABYTE * price(of + ".gigabyte-month");
        double recovery = recovers ? bytes / GIGABYTE * price("recovery.gigabyte-month") : 0;
        String region = text("region");
        String date = text("date");
        String sentence = TEXT.get(table.onDemand() ? "cost.on-demand" : "cost.provisioned",
                dollars(capacity + storage + recovery), dollars(capacity), dollars(storage + recovery), of, region, date);
        return new TableCost(capacity, storage, recovery, region, date, sentence);
    }

    private static String dollars(double amount) {
        return String.format(Locale.ENGLISH, "$%,.2f", amount);
    }

    private static double price(String name) {
        return Double.parseDouble(text(name));
    }

    private static String text(String name) {
        return Objects.requireNonNull(PRICES.getProperty(name), name);
    }

    private static Properties prices() {
        Properties prices = new Properties();
        try (InputStream file = Objects.requireNonNull(TableCostEstimator.class.getResourceAsStream("prices.properties"))) {
            prices.load(file);
            return prices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
