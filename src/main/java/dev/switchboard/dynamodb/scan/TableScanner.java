package dev.switchboard.dynamodb.scan;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.EnvironmentPolicy;
import dev.switchboard.text.Messages;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Scans whole tables, page by page, in bounded memory. Thread-safe. */
public final class TableScanner {
    private static final Messages TEXT = Messages.of(TableScanner.class);
    // The on-demand price of a million read request units in us-east-1. An eventually consistent read takes half a unit for 4 KB.
    private static final double DOLLARS_PER_UNIT = 0.125 / 1_000_000;
    private static final double BYTES_PER_UNIT = 8 * 1024;
    private final AwsClients clients;
    private final EnvironmentPolicy policy;
    private final ThrottlingLimit throttling;

    /** Creates a scanner that limits its usual rate to the share of the capacity that an environment's policy allows. */
    public TableScanner(AwsClients clients, EnvironmentPolicy policy) {
        this(clients, policy, ThrottlingLimit.USUAL);
    }

    /** Creates a scanner with the policy of the clients' own environment. */
    public TableScanner(AwsClients clients) {
        this(clients, clients.policy());
    }

    /** @param throttling how long it goes on while DynamoDB throttles its requests */
    TableScanner(AwsClients clients, EnvironmentPolicy policy, ThrottlingLimit throttling) {
        this.clients = clients;
        this.policy = policy;
        this.throttling = throttling;
    }

    /** Estimates the cost of scanning a whole table, from a size that is up to six hours old. */
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
     * Scans a table.
     *
     * @param pages receives one page at a time on a thread of its own, while the next is read; a slow consumer slows down the scan
     * @param progress receives the number of items read; the total is unknown
     * @throws OperationCancelledException if canceled, immediately, with the number of items read
     */
    public ScanSummary scan(String table, ScanOptions options, Consumer<ItemPage> pages, Progress progress) {
        return read(table, options, false, pages, progress);
    }

    /** Scans like {@link #scan}, optionally with strongly consistent reads, which consume twice the capacity. */
    public ScanSummary read(String table, ScanOptions options, boolean consistent, Consumer<ItemPage> pages, Progress progress) {
        TableDetails details = TableReader.detailsOrFail(clients.dynamoDb(), table);
        CapacityLimiter rate = CapacityLimiter.reads(options.readCapacityPerSecond(), details, policy);
        ReadRateLimiter limiter = new ReadRateLimiter(rate, details);
        try (CapacityScope _ = CapacityScope.ofReads(rate, progress); PageQueue<ItemPage> queue = new PageQueue<>(pages)) {
            ScanOptions chosen = new ScanOptions(
                    options.limit(), SegmentChooser.choose(clients, table, options.segments(), limiter), options.readCapacityPerSecond());
            ParallelScanner run = new ParallelScanner(
                    clients.dynamoDb(), table, chosen, consistent, limiter, throttling, queue, progress);
            return Cancellations.saying(
                    cause -> new OperationCancelledException(TEXT.get("scan.cancelled", run.items(), table), null, cause), run::read);
        }
    }
}
