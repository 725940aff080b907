package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/**
 * The explanation of a failure.
 *
 * @param sentence what happened
 * @param remedy what to do about it; null if there is nothing to do
 * @param detail the technical details, for copying; never contains a secret
 * @param expected false for a bug, which is also logged
 */
public record Explanation(String sentence, @Nullable String remedy, String detail, boolean expected) {}
