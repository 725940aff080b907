package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.Failure;
import java.util.List;

/** What became of one statement. */
public sealed interface StatementResult {
    /**
     * It returned items, which were passed on page by page.
     *
     * @param items the number of items returned
     * @param pages the number of responses, also of empty ones
     * @param complete false if the limit was reached before the end
     * @param consumedReadCapacity read capacity units; 0 where the engine does not report them, and in a batch
     */
    record Selected(long items, long pages, boolean complete, double consumedReadCapacity) implements StatementResult {}

    /**
     * The item is as the statement leaves it.
     *
     * @param change the ID of the change in the journal
     * @param returned the items of its RETURNING clause
     * @param consumedWriteCapacity write capacity units; 0 where the engine does not report them, and in a batch
     */
    record Written(String change, List<Item> returned, double consumedWriteCapacity) implements StatementResult {
        public Written {
            returned = List.copyOf(returned);
        }
    }

    /** It failed; the failure says so if it may have been written all the same. */
    record Failed(Failure failure) implements StatementResult {}

    /** It was not run, because an earlier statement failed or the run was canceled. */
    record NotRun() implements StatementResult {}
}
