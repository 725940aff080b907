package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsClients;
import dev.switchboard.job.Progress;

/**
 * Writes many items: 25 a request, several requests in flight, and what DynamoDB leaves unprocessed again until nothing is left. It is
 * no transaction, and it replaces what is there. Safe for several threads.
 */
public final class BatchWriter {
    private final AwsClients clients;

    public BatchWriter(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Writes puts and unconditional deletes. Of several writes of one key, the last one stands.
     *
     * @param writes read as they are needed, so that more of them than memory holds can be written
     * @param progress told of the writes that DynamoDB has taken; its last report is also true after a cancel or a failure
     * @return how many writes DynamoDB has taken
     * @throws dev.switchboard.failure.Cancelled on request, saying how many were written; nothing is in flight any more
     * @throws dev.switchboard.failure.PartlyDone where a request failed after others succeeded, saying how many were written
     */
    public long write(String table, Iterable<Write> writes, Progress progress) {
        return new BatchRun(clients.dynamoDb(), table, progress).write(writes);
    }
}
