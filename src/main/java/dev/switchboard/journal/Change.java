package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * One row that is written.
 *
 * @param key what names the row, JSON
 * @param before the row as it was, JSON; null where there was none
 * @param after the row as it is to be, JSON; null where it is deleted
 */
public record Change(String key, @Nullable String before, @Nullable String after) {}
