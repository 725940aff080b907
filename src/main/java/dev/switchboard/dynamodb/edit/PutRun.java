package dev.switchboard.dynamodb.edit;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WritePermit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts items in chunks, as one change that the caller begins and ends, each on the condition that the item it replaces is the one in the
 * journal. Used by one thread.
 */
public final class PutRun {
    private final EditRun run;
    private final KeySchema keys;
    private final boolean empty;

    /**
     * @param empty whether the table was found empty, so that the items that a chunk would replace are not read first
     * @param rate limits the consumed write capacity
     */
    public PutRun(
            AwsClients clients, String table, KeySchema keys, WritePermit change, boolean empty, CapacityLimiter rate, Progress progress) {
        this.keys = keys;
        this.empty = empty;
        run = new EditRun(clients, table, keys, change, rate, progress, true);
    }

    /**
     * What became of a chunk.
     *
     * @param results one for each item
     * @param replaced how many of the written items were there before
     */
    public record Chunk(List<EditResult> results, long replaced) {}

    /**
     * Puts items of distinct keys. After one of them failed for a reason that the others share, nothing more is sent.
     *
     * @param onlyIfAbsent whether an item that exists stays as it is, which is reported as a conflict
     */
    public Chunk put(List<Item> items, boolean onlyIfAbsent) {
        List<EditResult> results = new ArrayList<>(items.size());
        long replaced = ItemPutter.put(items, onlyIfAbsent, empty, keys, run, results);
        return new Chunk(results, replaced);
    }

    /** Whether it was canceled before the last item. */
    public boolean isCanceled() {
        return run.isCanceled();
    }

    /** Why nothing more is sent, a sentence; null if that is not so. */
    public @Nullable String problem() {
        return run.problem();
    }
}
