package dev.switchboard.dynamodb.edit;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.ConditionalWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.WriteConflictException;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.WritePermit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Writes edits one by one, several at a time, each on the condition that its item is as it was read. What is being sent when it is canceled
 * is completed if the server answers within two seconds. Used by one thread.
 */
final class EditRun {
    private static final int IN_FLIGHT = 16;
    private static final int GROUPS_IN_FLIGHT = 4;
    private static final int SERVER_ERROR = 500;
    private static final long LOOK_MILLIS = 50;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private final ItemStore store;
    private final ItemImageReader images;
    private final ConditionalWriter writer;
    private final WritePermit change;
    private final CapacityLimiter rate;
    private final Progress progress;
    private final @Nullable EditGroups groups;
    private volatile boolean canceled;
    private volatile @Nullable String problem;

    /** @param rate limits the consumed write capacity */
    EditRun(AwsClients clients, String table, KeySchema keys, WritePermit change, CapacityLimiter rate, Progress progress) {
        this(clients, table, keys, change, rate, progress, false);
    }

    /** @param grouped whether edits are written in transactions where these are free and no rate limits them; none of the edits changes a key */
    EditRun(
            AwsClients clients, String table, KeySchema keys, WritePermit change, CapacityLimiter rate, Progress progress,
            boolean grouped) {
        store = new ItemStore(clients);
        images = new ItemImageReader(clients.dynamoDb(), table, keys);
        writer = new ConditionalWriter(clients.dynamoDb(), table, keys, change);
        this.change = change;
        this.rate = rate;
        this.progress = progress;
        groups = grouped && clients.isDynamoDbLocal() ? new EditGroups(store, table, keys, change) : null;
    }

    /** Whether nothing more is to be sent. */
    boolean stopped() {
        if (progress.isCancelled()) {
            canceled = true;
        }
        return canceled || problem != null;
    }

    boolean isCanceled() {
        return canceled;
    }

    /** Why it stopped before its end; null if it did not, or was canceled. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Returns the current items; null if it stopped, because they cannot be read. */
    @Nullable
    Map<Item, Item> read(Collection<Item> keys) {
        try {
            return stopped() ? null : images.read(keys);
        } catch (RuntimeException e) {
            stop(e);
            return null;
        }
    }

    /**
     * Writes edits of distinct items.
     *
     * @param now the current items by key, read just before
     * @return one result for each edit
     */
    List<EditResult> write(List<ItemEdit> edits, Map<Item, Item> now) {
        EditResult[] results = new EditResult[edits.size()];
        List<Integer> due = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            ItemEdit edit = edits.get(i);
            @Nullable EditResult known = compare(edit, now, images.keys());
            results[i] = known == null ? new EditResult.NotSent() : known;
            if (known == null) {
                due.add(i);
                changes.addAll(changes(edit, images.keys()));
            }
        }
        if (due.isEmpty() || stopped()) {
            return List.of(results);
        }
        try {
            change.rows(changes);
        } catch (RuntimeException e) {
            stop(e);
            return List.of(results);
        }
        @Nullable EditGroups free = rate.unitsPerSecond() <= 0 ? groups : null;
        int threads = free == null ? IN_FLIGHT : GROUPS_IN_FLIGHT;
        ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofVirtual().name("edit ", 0).factory());
        if (free == null) {
            due.forEach(i -> pool.execute(() -> results[i] = send(edits.get(i))));
        } else {
            EditGroups.of(edits, due).forEach(group -> pool.execute(() -> send(free, group, edits, results)));
        }
        settle(pool);
        return List.of(results);
    }

    /** The journal's images of an edit, one for each item that it writes. */
    static List<Change> changes(ItemEdit edit, KeySchema keys) {
        @Nullable Item expected = edit.expected();
        @Nullable Item item = edit.item();
        if (expected != null && item != null && edit.moves(keys)) {
            return List.of(
                    new Change(keys.of(item).toJson(), null, item.toJson()),
                    new Change(keys.of(expected).toJson(), expected.toJson(), null));
        }
        return List.of(new Change(
                keys.of(edit.subject()).toJson(), expected == null ? null : expected.toJson(), item == null ? null : item.toJson()));
    }

    /**
     * Compares the whole item, which a condition cannot: it does not exclude further attributes. Returns the result of an edit that needs no write or
     * has a conflict; null if it is due.
     */
    static @Nullable EditResult compare(ItemEdit edit, Map<Item, Item> now, KeySchema keys) {
        @Nullable Item expected = edit.expected();
        @Nullable Item item = edit.item();
        @Nullable Item present = now.get(keys.of(edit.subject()));
        if (expected != null && item != null && edit.moves(keys)) {
            @Nullable Item there = now.get(keys.of(item));
            if (present == null && ItemValues.same(there, item)) {
                return new EditResult.Written();
            }
            return there != null ? new EditResult.Conflict(there)
                    : ItemValues.same(present, expected) ? null : new EditResult.Conflict(present);
        }
        // An earlier commit whose answer was lost may have written it.
        return ItemValues.same(present, item) ? new EditResult.Written()
                : ItemValues.same(present, expected) ? null : new EditResult.Conflict(present);
    }

    /** Writes a group at once, or each of its edits where the transaction was refused, so that each has a result of its own. */
    private void send(EditGroups free, List<Integer> group, List<ItemEdit> edits, EditResult[] results) {
        if (stopped()) {
            return;
        }
        try {
            boolean written = free.write(group.stream().map(edits::get).toList());
            group.forEach(i -> results[i] = written ? new EditResult.Written() : send(edits.get(i)));
        } catch (OperationCancelledException e) {
            canceled = true;
        } catch (Failure e) {
            stop(e);
            group.forEach(i -> results[i] = new EditResult.Rejected(e.sentence()));
        } catch (RuntimeException e) {
            stop(e);
            group.forEach(i -> results[i] = new EditResult.Unanswered(ChangeOutcomes.words(e)));
        }
    }

    private EditResult send(ItemEdit edit) {
        try {
            if (stopped()) {
                return new EditResult.NotSent();
            }
            if (edit.moves(images.keys())) {
                store.transactRecorded(images.table(), edit.writes(images.keys()), UUID.randomUUID().toString(), change);
                return new EditResult.Written();
            }
            return writer.write(edit.writes(images.keys()).getFirst()) ? new EditResult.Written() : conflict(edit);
        } catch (WriteConflictException e) {
            return conflict(edit);
        } catch (OperationCancelledException e) {
            canceled = true;
            return new EditResult.NotSent();
        } catch (Failure e) {
            stop(e);
            return new EditResult.Rejected(e.sentence());
        } catch (AwsServiceException e) {
            return refused(e);
        } catch (RuntimeException e) {
            stop(e);
            return new EditResult.Unanswered(ChangeOutcomes.words(e));
        }
    }

    /** A refusal of the one item, such as of an item that an index cannot hold, does not stop the others. */
    private EditResult refused(AwsServiceException thrown) {
        boolean answered =
                thrown.statusCode() < SERVER_ERROR && thrown.awsErrorDetails() != null && thrown.awsErrorDetails().errorCode() != null;
        if (!answered || !thrown.awsErrorDetails().errorCode().equals("ValidationException")) {
            stop(thrown);
        }
        String words = ChangeOutcomes.words(thrown);
        return answered ? new EditResult.Rejected(words) : new EditResult.Unanswered(words);
    }

    private EditResult conflict(ItemEdit edit) {
        try {
            return new EditResult.Conflict(images.read(edit.keys(images.keys())).get(images.keys().of(edit.subject())));
        } catch (RuntimeException e) {
            stop(e);
            return new EditResult.Rejected(ChangeOutcomes.words(e));
        }
    }

    /** Sends nothing more because of this. */
    void stop(RuntimeException thrown) {
        if (progress.isCancelled() || thrown instanceof OperationCancelledException) {
            canceled = true;
        } else if (problem == null) {
            problem = thrown instanceof Failure failure ? failure.sentence() : ChangeOutcomes.words(thrown);
        }
    }

    private void settle(ExecutorService pool) {
        boolean interrupted = false;
        long since = 0;
        pool.shutdown();
        while (!pool.isTerminated()) {
            try {
                var _ = pool.awaitTermination(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
                canceled = true;
            }
            if (stopped() && canceled) {
                since = since == 0 ? System.nanoTime() : since;
                if (System.nanoTime() - since > GRACE_NANOS) {
                    // With an unresponsive server, they would otherwise wait for the call timeout.
                    pool.shutdownNow();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
