package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/** Explains the exceptions of one backend. */
@FunctionalInterface
public interface Explainer {
    /** Returns the explanation, or null if the exception does not belong to this backend. */
    @Nullable
    Explanation explain(Throwable thrown);
}
