package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * The before- and after-image of one DynamoDB item or PostgreSQL row.
 *
 * @param key the key, JSON
 * @param before the previous contents, JSON; null if it did not exist
 * @param after the new contents, JSON; null if it is deleted
 */
public record Change(String key, @Nullable String before, @Nullable String after) {}
