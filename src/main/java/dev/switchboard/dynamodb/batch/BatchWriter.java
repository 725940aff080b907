package dev.switchboard.dynamodb.batch;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Writes many items with concurrent requests of 25, and retries unprocessed items until none are left. It is not
 * transactional, and it replaces existing items. The current items are recorded in the journal before they are written.
 * Thread-safe.
 */
public final class BatchWriter {
    private final AwsClients clients;
    private final ThrottlingLimit throttling;

    public BatchWriter(AwsClients clients) {
        this(clients, ThrottlingLimit.USUAL);
    }

    /** @param throttling how long a batch goes on while DynamoDB throttles it */
    BatchWriter(AwsClients clients, ThrottlingLimit throttling) {
        this.clients = clients;
        this.throttling = throttling;
    }

    /**
     * Writes puts and unconditional deletes as a separate change. If several writes have the same key, the last one wins.
     *
     * @param writes read lazily, so that they do not have to fit in memory
     * @param progress receives the number of completed writes, which is also correct after a cancellation or a failure
     * @return the number of completed writes
     * @throws dev.switchboard.failure.OperationCancelledException if canceled, with the number of completed writes; none is in progress
     * @throws dev.switchboard.failure.PartialCompletionException if a request failed after others succeeded, with the number of completed writes
     */
    public long write(String table, Iterable<Write> writes, Progress progress) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        Messages text = Messages.of(BatchWriter.class);
        Intent intent = Intent.of("items write", text.get("journal.many"), UndoKind.ROWS);
        WritePermit change = clients.begin(intent, TableChangeTargets.of(clients, description));
        try {
            long written = write(description, writes, progress, change);
            change.done(text.get("journal.rows", written));
            return written;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    /** Writes like {@link #write(String, Iterable, Progress)}, as part of a change that the caller ends. */
    public long write(String table, Iterable<Write> writes, Progress progress, WritePermit change) {
        return write(TableReader.descriptionOrFail(clients.dynamoDb(), table), writes, progress, change);
    }

    /**
     * Writes items that the table does not have yet, as part of a change that the caller ends. The current items need not be read before,
     * and the journal records the digests of the new ones, because the caller has them in a file.
     *
     * @param rate limits the consumed write capacity
     */
    public long fill(String table, Iterable<Write> writes, CapacityLimiter rate, Progress progress, WritePermit change) {
        return limited(table, writes, BatchDispatcher.Recording.ADDED, rate, progress, change);
    }

    /**
     * Writes items that the table does not have yet and that can be generated again from what the journal says about the change, so that it
     * records none of them.
     *
     * @param rate limits the consumed write capacity
     */
    public long generate(String table, Iterable<Write> writes, CapacityLimiter rate, Progress progress, WritePermit change) {
        return limited(table, writes, BatchDispatcher.Recording.NONE, rate, progress, change);
    }

    private long limited(
            String table, Iterable<Write> writes, BatchDispatcher.Recording recording, CapacityLimiter rate, Progress progress,
            WritePermit change) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        try (CapacityScope _ = CapacityScope.ofWrites(rate, progress)) {
            return run(description, progress, change, recording, rate).write(writes);
        }
    }

    /** Returns those of some items whose key is in the table, as they are there now, by the item that was asked for. */
    public Map<Item, Item> existing(String table, Collection<Item> items) {
        KeySchema keys = KeySchema.of(TableReader.descriptionOrFail(clients.dynamoDb(), table));
        Map<Item, Item> found =
                new ItemImageReader(clients.dynamoDb(), table, keys, throttling).read(items.stream().map(keys::of).toList());
        Map<Item, Item> existing = new HashMap<>();
        for (Item item : items) {
            @Nullable Item now = found.get(keys.of(item));
            if (now != null) {
                existing.put(item, now);
            }
        }
        return existing;
    }

    /** Writes like {@link #write(String, Iterable, Progress, WritePermit)}, to a table that was described already. */
    public long write(TableDescription table, Iterable<Write> writes, Progress progress, WritePermit change) {
        TableDetails details = TableDescriptionMapper.details(table, null, Map.of());
        CapacityLimiter reads = CapacityLimiter.reads(CapacityLimiter.USUAL, details, clients.policy());
        CapacityLimiter rate = CapacityLimiter.writes(CapacityLimiter.USUAL, details, clients.policy());
        try (CapacityScope _ = CapacityScope.of(reads, rate, progress)) {
            return run(table, progress, change, BatchDispatcher.Recording.CURRENT, rate).write(writes);
        }
    }

    /** Limits what is read and written beside the batches of an operation, as {@link CapacityScope#ofTable} does. */
    public CapacityScope scope(TableDescription table, Progress progress) {
        return CapacityScope.ofTable(clients, TableDescriptionMapper.details(table, null, Map.of()), progress);
    }

    private BatchDispatcher run(
            TableDescription table, Progress progress, WritePermit change, BatchDispatcher.Recording recording, CapacityLimiter rate) {
        return new BatchDispatcher(clients.dynamoDb(), table, progress, change, recording, rate, throttling);
    }
}
