package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/** Knows one family of exceptions and puts them into words. */
@FunctionalInterface
public interface Explainer {
    /** The failure in words, or null where the exception is none of this family. */
    @Nullable
    Explanation explain(Throwable thrown);
}
