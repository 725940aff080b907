package dev.switchboard.dynamodb.batch;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
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
import java.util.Map;
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
     * Writes to an empty table, whose items need not be read before, as part of a change that the caller ends.
     *
     * @param rate limits the consumed write capacity
     */
    public long fill(String table, Iterable<Write> writes, CapacityLimiter rate, Progress progress, WritePermit change) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        try (CapacityScope _ = CapacityScope.ofWrites(rate, progress)) {
            return run(description, progress, change, true, rate).write(writes);
        }
    }

    private long write(TableDescription table, Iterable<Write> writes, Progress progress, WritePermit change) {
        TableDetails details = TableDescriptionMapper.details(table, null, Map.of());
        CapacityLimiter reads = CapacityLimiter.reads(CapacityLimiter.USUAL, details, clients.policy());
        CapacityLimiter rate = CapacityLimiter.writes(CapacityLimiter.USUAL, details, clients.policy());
        try (CapacityScope _ = CapacityScope.of(reads, rate, progress)) {
            return run(table, progress, change, false, rate).write(writes);
        }
    }

    /** Limits what is read and written beside the batches of an operation, as {@link CapacityScope#ofTable} does. */
    public CapacityScope scope(String table, Progress progress) {
        return CapacityScope.ofTable(clients, TableReader.detailsOrFail(clients.dynamoDb(), table), progress);
    }

    private BatchDispatcher run(
            TableDescription table, Progress progress, WritePermit change, boolean empty, CapacityLimiter rate) {
        return new BatchDispatcher(clients.dynamoDb(), table, progress, change, empty, rate, throttling);
    }
}
