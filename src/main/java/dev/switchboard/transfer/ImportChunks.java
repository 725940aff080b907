package dev.switchboard.transfer;

import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.TransferReader;
import dev.switchboard.transfer.format.TransferRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the valid records of a file that was checked in chunks of bounded size. Not thread-safe. */
final class ImportChunks {
    private static final int MOST = 2_000;
    private static final long MOST_BYTES = 16_000_000;
    private final TransferReader reader;
    private final ImportCheck check;
    private long last;

    /** @param after the position of the record before the first one */
    ImportChunks(TransferReader reader, ImportCheck check, long after) {
        this.reader = reader;
        this.check = check;
        while (last < after && next() != null) {
            // Skips what was done before.
        }
    }

    /** The position of the last record that was read. */
    long last() {
        return last;
    }

    /** Returns the next records; empty at the end. */
    List<TransferRecord> chunk() {
        List<TransferRecord> chunk = new ArrayList<>();
        long bytes = 0;
        int most = CapacityScope.chunk(MOST);
        while (chunk.size() < most && bytes < MOST_BYTES) {
            @Nullable TransferRecord next = next();
            if (next == null) {
                break;
            }
            @Nullable Item item = next.item();
            if (check.isValid(next) && item != null) {
                chunk.add(next);
                bytes += ItemSize.of(item);
            }
        }
        return chunk;
    }

    private @Nullable TransferRecord next() {
        @Nullable TransferRecord next = reader.next();
        if (next == null) {
            if (last != check.records()) {
                throw changed();
            }
            return null;
        }
        last = next.number();
        if (next.item() == null && check.isValid(next)) {
            throw changed();
        }
        return next;
    }

    private static OperationFailedException changed() {
        Messages text = Messages.of(ImportChunks.class);
        return new OperationFailedException(text.get("import.changed"), text.get("import.changed.remedy"));
    }
}
