package dev.switchboard.dynamodb.batch;

import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.Write;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Groups writes into chunks, each recorded in the journal at once: small enough for memory, large enough to limit disk flushes. */
final class ChunkIterator implements Iterator<List<Write>> {
    private static final int MOST = 500;
    private static final long MOST_BYTES = 1_000_000;
    /** The estimated size of a deleted item, which is recorded in the journal although the delete contains its key only. */
    private static final long DELETED_ITEM_BYTES = 10_000;

    private final Iterator<Write> writes;

    ChunkIterator(Iterator<Write> writes) {
        this.writes = writes;
    }

    @Override
    public boolean hasNext() {
        return writes.hasNext();
    }

    @Override
    public List<Write> next() {
        if (!writes.hasNext()) {
            throw new NoSuchElementException();
        }
        List<Write> chunk = new ArrayList<>();
        int most = CapacityScope.chunk(MOST);
        long bytes = 0;
        while (writes.hasNext() && chunk.size() < most && bytes < MOST_BYTES) {
            Write write = writes.next();
            chunk.add(write);
            bytes += write instanceof Write.Delete ? DELETED_ITEM_BYTES : ItemSize.of(write.item());
        }
        return chunk;
    }
}
