package dev.switchboard.dynamodb.scan;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.EnvironmentPolicy;
import dev.switchboard.text.Messages;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads whole tables, page by page, in bounded memory. Safe for several threads. */
public final class TableScanner {
    private static final Messages TEXT = Messages.of(TableScanner.class);
    // A million read request units on demand in us-east-1; a page that is eventually consistent takes half a unit for 4 KB.
    private static final double DOLLARS_PER_UNIT = 0.125 / 1_000_000;
    private static final double BYTES_PER_UNIT = 8 * 1024;
    private final AwsClients clients;
    private final EnvironmentPolicy policy;

    public TableScanner(AwsClients clients, EnvironmentPolicy policy) {
        this.clients = clients;
        this.policy = policy;
    }

    /**
     * What a scan of the whole table will about cost, from a size that is up to six hours old.
     */
    public ScanEstimate estimate(String table) {
        TableDetails details = TableReader.detailsOrFail(clients.dynamoDb(), table);
        double units = Math.ceil(details.approximateBytes() / BYTES_PER_UNIT * 2) / 2;
        double rate = usualRate(details);
        @Nullable Double seconds = details.readCapacity() == 0 ? null : units / details.readCapacity();
        @Nullable Double dollars = details.onDemand() ? units * DOLLARS_PER_UNIT : null;
        String money = dollars != null
                ? TEXT.get("estimate.dollars", Math.max(dollars, 0.01))
                : TEXT.get("estimate.seconds", seconds == null ? 0 : Math.ceil(seconds), details.readCapacity());
        String text = TEXT.get("estimate", details.approximateItems(), units, money);
        return new ScanEstimate(table, details.approximateItems(), details.approximateBytes(), units, seconds, dollars, rate, text);
    }

    private double usualRate(TableDetails details) {
        return details.readCapacity() * policy.readShare();
    }

    /**
     * Reads a table.
     *
     * @param pages gets each page as it comes, one at a time, on the threads that read; slow ones hold the reading back
     * @param progress told how many rows were read; the total is not known
     * @throws OperationCancelledException on request, at once, saying how many rows were read
     */
    public ScanSummary scan(String table, ScanOptions options, Consumer<ItemPage> pages, Progress progress) {
        return read(table, options, false, pages, progress);
    }

    /** As {@link #scan}, seeing every write that has ended where that is asked for, at twice the price. */
    public ScanSummary read(String table, ScanOptions options, boolean consistent, Consumer<ItemPage> pages, Progress progress) {
        double rate = options.readCapacityPerSecond();
        if (rate < 0) {
            rate = usualRate(TableReader.detailsOrFail(clients.dynamoDb(), table));
        }
        ParallelScanner run =
                new ParallelScanner(clients.dynamoDb(), table, options, consistent, new ReadRateLimiter(rate), pages, progress);
        return Cancellations.saying(cause -> new OperationCancelledException(TEXT.get("scan.cancelled", run.items(), table), null, cause),
                run::read);
    }
}
