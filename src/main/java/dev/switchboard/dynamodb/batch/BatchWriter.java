package dev.switchboard.dynamodb.batch;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Writes many items: 25 a request, several requests in flight, and what DynamoDB leaves unprocessed again until nothing is left. It is
 * no transaction, and it replaces what is there. The rows as they were are in the journal before they are written. Safe for several
 * threads.
 */
public final class BatchWriter {
    private final AwsClients clients;

    public BatchWriter(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Writes puts and unconditional deletes as a change of its own. Of several writes of one key, the last one stands.
     *
     * @param writes read as they are needed, so that more of them than memory holds can be written
     * @param progress told of the writes that DynamoDB has taken; its last report is also true after a cancel or a failure
     * @return how many writes DynamoDB has taken
     * @throws dev.switchboard.failure.OperationCancelledException on request, saying how many were written; nothing is in flight any more
     * @throws dev.switchboard.failure.PartialCompletionException where a request failed after others succeeded, saying how many were written
     */
    public long write(String table, Iterable<Write> writes, Progress progress) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        Messages text = Messages.of(BatchWriter.class);
        Intent intent = Intent.of("items write", text.get("journal.many"), UndoKind.ROWS);
        WritePermit change = clients.begin(intent, TableChangeTargets.of(clients, description));
        try {
            long written = run(description, progress, change, false).write(writes);
            change.done(text.get("journal.rows", written));
            return written;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    /** Writes as {@link #write(String, Iterable, Progress)} does, as part of a change that the caller ends. */
    public long write(String table, Iterable<Write> writes, Progress progress, WritePermit change) {
        return run(TableReader.descriptionOrFail(clients.dynamoDb(), table), progress, change, false).write(writes);
    }

    /** Likewise into a table that is empty, whose rows need not be read before. */
    public long fill(String table, Iterable<Write> writes, Progress progress, WritePermit change) {
        return run(TableReader.descriptionOrFail(clients.dynamoDb(), table), progress, change, true).write(writes);
    }

    private BatchDispatcher run(TableDescription table, Progress progress, WritePermit change, boolean empty) {
        return new BatchDispatcher(clients.dynamoDb(), table, progress, change, empty);
    }
}
