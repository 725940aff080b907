package dev.switchboard.dynamodb.stream;

import org.jspecify.annotations.Nullable;

/** How far one shard of a stream was read. Not thread-safe. */
public final class StreamShard {
    private final String id;
    private final @Nullable String parent;
    private @Nullable String iterator;
    private @Nullable String lastSequence;
    private boolean latest;
    private boolean ended;

    /** @param parent the shard that is read to its end before this one; null for none */
    StreamShard(String id, @Nullable String parent) {
        this.id = id;
        this.parent = parent;
    }

    String id() {
        return id;
    }

    @Nullable
    String parent() {
        return parent;
    }

    /** Where to read next; null before the first read, after the end, and when the shard has to be found again by its last record. */
    @Nullable
    String iterator() {
        return iterator;
    }

    /** Begins with what is written from now on. */
    void beginAtLatest(String start) {
        iterator = start;
        latest = true;
    }

    /** Whether it began in the middle, so that its place is lost where no record was read since. */
    boolean isLost() {
        return latest && lastSequence == null;
    }

    /** Reads next from an iterator; null finds the place again by the last record. */
    public void continueAt(@Nullable String next) {
        iterator = next;
    }

    /** Goes on after a page; null ends the shard. */
    public void advance(@Nullable String next) {
        iterator = next;
        ended = next == null;
    }

    /** Begins again with the oldest record that the stream has. */
    public void restart() {
        iterator = null;
        lastSequence = null;
        latest = false;
    }

    /** The sequence number of the last record that was read; null if none was. */
    @Nullable
    String lastSequence() {
        return lastSequence;
    }

    /** Marks a record as read. */
    public void read(String sequence) {
        lastSequence = sequence;
    }

    /** Whether it was read to its end. */
    public boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
