package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/** The operation was partly completed; the sentence says which part. Exit status 4. */
public final class PartialCompletionException extends Failure {
    private static final long serialVersionUID = 1L;

    public PartialCompletionException(String sentence, @Nullable String remedy) {
        super(sentence, remedy, null);
    }

    public PartialCompletionException(String sentence, @Nullable String remedy, Throwable cause) {
        super(sentence, remedy, cause);
    }
}
