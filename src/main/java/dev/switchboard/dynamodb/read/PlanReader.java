package dev.switchboard.dynamodb.read;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.scan.PageQueue;
import dev.switchboard.dynamodb.scan.SegmentChooser;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs queries and scans of any table or index, page by page, in bounded memory. Thread-safe. */
public final class PlanReader {
    private static final Messages TEXT = Messages.of(PlanReader.class);
    private static final double BYTES_PER_UNIT = 8 * 1024;
    private final AwsClients clients;
    private final ThrottlingLimit throttling;

    /** Creates a reader with the rates of the environment's policy. */
    public PlanReader(AwsClients clients) {
        this(clients, ThrottlingLimit.USUAL);
    }

    /** @param throttling how long it goes on while DynamoDB throttles its requests */
    PlanReader(AwsClients clients, ThrottlingLimit throttling) {
        this.clients = clients;
        this.throttling = throttling;
    }

    /** Returns a table with its keys and indexes. */
    public TableDetails table(String name) {
        return TableReader.detailsOrFail(clients.dynamoDb(), name);
    }

    /**
     * Reads what a plan selects.
     *
     * @param from where to begin; a position of the same plan
     * @param pages receives one page at a time on a thread of its own, while the next is read; a slow consumer slows down the read
     * @param progress receives the number of items returned; the total is unknown
     * @throws InvalidInputException if the index does not exist
     * @throws OperationCancelledException if canceled, immediately, with the number of items read
     */
    public ReadSummary read(ReadPlan plan, ReadPosition from, Consumer<ReadPage> pages, Progress progress) {
        TableDetails details = table(plan.table());
        KeyConditions.check(plan, details);
        double limit = plan.rate() < 0 ? usualRate(details, plan.index()) : plan.rate();
        CapacityLimiter rate = new CapacityLimiter(RateControl.Unit.READ, limit, capacity(details, plan.index()));
        try (CapacityScope _ = CapacityScope.ofReads(rate, progress); PageQueue<ReadPage> queue = new PageQueue<>(pages)) {
            PlanRun run = new PlanRun(clients.dynamoDb(), plan, details, rate, throttling, queue, progress);
            return Cancellations.saying(
                    cause -> new OperationCancelledException(TEXT.get("read.canceled", run.items(), plan.table()), null, cause),
                    () -> run.read(from));
        }
    }

    /** Returns the plan with at most as many segments as the engine reads faster than one, see {@link SegmentChooser}. */
    public ReadPlan withSegmentsChosen(ReadPlan plan) {
        return plan.segmented(SegmentChooser.choose(clients, plan.table(), plan.segments()));
    }

    /** The usual rate of the environment in read capacity units per second, from the capacity of the table or index; 0 for no limit. */
    public double usualRate(TableDetails table, @Nullable String index) {
        return capacity(table, index) * clients.policy().readShare();
    }

    private static long capacity(TableDetails table, @Nullable String index) {
        return table.indexes().stream()
                .filter(candidate -> candidate.name().equals(index) && !candidate.local())
                .findFirst()
                .map(IndexDetails::readCapacity)
                .orElse(table.readCapacity());
    }

    /** Estimates the cost of a plan; null for a query, which does not read the whole table. */
    public @Nullable ReadEstimate estimate(ReadPlan plan) {
        return plan.isQuery() ? null : estimate(plan, table(plan.table()));
    }

    /** The same with the table already read. */
    public @Nullable ReadEstimate estimate(ReadPlan plan, TableDetails table) {
        if (plan.isQuery()) {
            return null;
        }
        KeyConditions.check(plan, table);
        @Nullable IndexDetails index =
                table.indexes().stream().filter(candidate -> candidate.name().equals(plan.index())).findFirst().orElse(null);
        long items = index == null ? table.approximateItems() : index.approximateItems();
        long bytes = index == null ? table.approximateBytes() : index.approximateBytes();
        double units = Math.ceil(bytes / BYTES_PER_UNIT * 2) / 2 * (plan.strong() ? 2 : 1);
        double rate = plan.rate() < 0 ? usualRate(table, plan.index()) : plan.rate();
        @Nullable Double seconds = rate > 0 ? (Double) (units / rate) : null;
        String subject = index == null ? table.name() : table.name() + "/" + index.name();
        String text = seconds == null
                ? TEXT.get("read.estimate", subject, items, units)
                : TEXT.get("read.estimate.rate", subject, items, units, Math.ceil(seconds), rate);
        return new ReadEstimate(subject, items, bytes, units, seconds, text);
    }

    static InvalidInputException noIndex(String name, TableDetails table) {
        String known = table.indexes().stream().map(IndexDetails::name).collect(Collectors.joining(", "));
        return new InvalidInputException(
                "index_not_found",
                TEXT.get("read.no-index", table.name(), Quote.of(name)),
                known.isEmpty() ? TEXT.get("read.no-index.none") : TEXT.get("read.no-index.remedy", known));
    }
}
