package dev.switchboard.dynamodb.backup;

import org.jspecify.annotations.Nullable;

/** How far one shard of a stream was read. */
final class ShardCursor {
    final String shard;
    final @Nullable String parent;
    /** Where it is read next; null before its first read and after its end. */
    @Nullable
    String iterator;
    /** The sequence number of the last record that was read; null if none was. */
    @Nullable
    String lastSequence;
    boolean ended;

    /** @param parent the shard that has to be read to its end before; null for none */
    ShardCursor(String shard, @Nullable String parent) {
        this.shard = shard;
        this.parent = parent;
    }
}
