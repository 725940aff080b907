package dev.switchboard.dynamodb.item;

import dev.switchboard.failure.OperationCancelledException;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;

/** Converts the exception that the SDK throws on an interrupt to an {@link OperationCancelledException}. */
public final class Cancellations {
    private Cancellations() {}

    /**
     * Runs an operation and converts its cancellation.
     *
     * @param words creates the exception, which states what was done; called after the cancellation
     */
    public static <T> T saying(Function<Throwable, OperationCancelledException> words, Supplier<T> work) {
        try {
            return work.get();
        } catch (AbortedException | OperationCancelledException e) {
            throw words.apply(e);
        }
    }
}
