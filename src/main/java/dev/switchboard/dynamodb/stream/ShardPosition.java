package dev.switchboard.dynamodb.stream;

import org.jspecify.annotations.Nullable;

/** The position in one shard of a stream that is followed. */
final class ShardPosition {
    final String shard;
    final @Nullable String parent;
    /** Where to read next; null before the first read, and when the shard has to be found again by its last record. */
    @Nullable
    String iterator;
    /** The sequence number of the last record that was delivered; null if none was. */
    @Nullable
    String lastSequence;
    boolean ended;

    /** @param parent the shard that is read to its end before this one; null for none */
    ShardPosition(String shard, @Nullable String parent) {
        this.shard = shard;
        this.parent = parent;
    }
}
