package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure in words.
 *
 * @param sentence what happened
 * @param remedy what to do about it, null where there is nothing to do
 * @param detail the technical text, for copying; never a secret
 * @param expected false for a bug, which is also logged
 */
public record Explanation(String sentence, @Nullable String remedy, String detail, boolean expected) {}
