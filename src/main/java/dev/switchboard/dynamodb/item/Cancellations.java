package dev.switchboard.dynamodb.item;

import dev.switchboard.failure.OperationCancelledException;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;

/** An interrupt ends a call of the SDK at once, with an exception of the SDK's own; this turns it into ours, in words. */
public final class Cancellations {
    private Cancellations() {}

    /**
     * Does the work, and says in other words that it was stopped.
     *
     * @param words tells what was left behind, asked when it was stopped
     */
    public static <T> T saying(Function<Throwable, OperationCancelledException> words, Supplier<T> work) {
        try {
            return work.get();
        } catch (AbortedException | OperationCancelledException e) {
            throw words.apply(e);
        }
    }
}
