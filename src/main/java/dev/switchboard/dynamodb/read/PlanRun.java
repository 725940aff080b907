package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.ParallelTasks;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** One run of a plan: each segment on a virtual thread, passing one page at a time to the consumer. */
final class PlanRun {
    private static final int MOST_ITEMS = 10_000;
    private static final int FIRST_ITEMS = 500;
    // With a filter, a limit counts items before it, so that a small one could take one request for each match.
    private static final int FEWEST_FILTERED = 200;
    private final DynamoDbClient client;
    private final ReadPlan plan;
    private final TableDetails table;
    private final PlanRequests requests;
    private final CapacityLimiter rate;
    private final ThrottlingLimit throttling;
    private final Consumer<ReadPage> consumer;
    private final Progress progress;
    private double unitsPerItem = 1;
    private long items;
    private long scanned;
    private long pages;
    private double consumed;
    private boolean limited;
    private @Nullable PageKey next;

    PlanRun(DynamoDbClient client, ReadPlan plan, TableDetails table, CapacityLimiter rate, ThrottlingLimit throttling,
            Consumer<ReadPage> consumer, Progress progress) {
        this.client = client;
        this.plan = plan;
        this.table = table;
        this.requests = new PlanRequests(plan);
        this.rate = rate;
        this.throttling = throttling;
        this.consumer = consumer;
        this.progress = progress;
    }

    synchronized long items() {
        return items;
    }

    ReadSummary read(ReadPosition from) {
        ParallelTasks.run(plan.isQuery() ? 1 : plan.segments(), segment -> segment(segment, from));
        synchronized (this) {
            return new ReadSummary(items, scanned, pages, !limited, plan.segments() == 1 ? next : null, consumed);
        }
    }

    private void segment(int segment, ReadPosition position) {
        if (position.hasEnded(segment)) {
            return;
        }
        @Nullable PageKey start = position.next(segment);
        @Nullable Item from = start == null ? null : Item.ofJson(start.json());
        while (true) {
            PlanRequests.Answer answer = page(segment, from);
            from = answer.last();
            if (!deliver(segment, answer) || from == null) {
                return;
            }
        }
    }

    private PlanRequests.Answer page(int segment, @Nullable Item from) {
        for (int failed = 1;; failed++) {
            progress.stopIfCancelled();
            try {
                return requests.send(client, segment, from, pageLimit());
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                Poller.pause(throttling.pause(plan.table(), failed), progress);
            }
        }
    }

    /** A page uses no more than a request should at a limited rate; and one item more than requested tells whether there are more. */
    private synchronized int pageLimit() {
        double units = rate.unitsPerRequest();
        // The first page is small, so that there is something to look at soon.
        int whole = pages < plan.segments() ? FIRST_ITEMS : MOST_ITEMS;
        int most = units <= 0 ? whole : (int) Math.clamp(units / unitsPerItem, 1, whole);
        if (plan.limit() == 0) {
            return most;
        }
        long wanted = plan.limit() - items + 1;
        return Math.clamp(plan.filter() == null ? wanted : Math.max(wanted, FEWEST_FILTERED), 1, most);
    }

    /** Passes a page to the consumer, truncated at the limit; returns whether to continue. */
    private synchronized boolean deliver(int segment, PlanRequests.Answer answer) {
        consumed += answer.units();
        scanned += answer.scanned();
        if (answer.scanned() > 0) {
            unitsPerItem = Math.max(answer.units() / answer.scanned(), 0.0001);
        }
        progress.stopIfCancelled();
        List<Item> rows = new ArrayList<>(answer.items());
        @Nullable Item last = answer.last();
        if (plan.limit() > 0 && items + rows.size() > plan.limit()) {
            limited = true;
            rows = rows.subList(0, (int) Math.max(0, plan.limit() - items));
            last = rows.isEmpty() ? last : cut(rows.getLast());
            if (rows.isEmpty()) {
                return false;
            }
        }
        items += rows.size();
        pages++;
        next = last == null ? null : new PageKey(last.toJson());
        consumer.accept(new ReadPage(segment, rows, answer.scanned(), answer.units(), next));
        progress.advance(items, Progress.UNKNOWN);
        return !limited;
    }

    /** The start of what follows an item in the middle of a page: its keys in the table and in the index. */
    private @Nullable Item cut(Item item) {
        Set<String> names = new LinkedHashSet<>(table.keys().stream().map(KeyAttribute::name).toList());
        KeyConditions.keys(table, plan.index()).forEach(key -> names.add(key.name()));
        // A projection without the keys leaves nothing to go on from.
        return item.names().containsAll(names) ? item.only(names) : null;
    }
}
