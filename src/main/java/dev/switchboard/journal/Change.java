package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * The before- and after-image of one DynamoDB item or PostgreSQL row.
 *
 * @param key the key, JSON
 * @param before the previous contents, JSON; null if it did not exist
 * @param after the new contents, JSON; null if it is deleted, or if only their digest is recorded
 * @param digest the digest of the new contents, for an item whose contents the journal does not hold; null for any other
 */
public record Change(String key, @Nullable String before, @Nullable String after, @Nullable String digest) {
    /** Creates a change whose contents are recorded in full. */
    public Change(String key, @Nullable String before, @Nullable String after) {
        this(key, before, after, null);
    }

    /** Creates a change that adds an item of which only the digest is recorded, because its contents are kept elsewhere. */
    public static Change added(String key, String digest) {
        return new Change(key, null, null, digest);
    }
}
