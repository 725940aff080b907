package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/** Somebody stopped it; the sentence says what was left behind. Exit status 130. */
public final class OperationCancelledException extends Failure {
    private static final long serialVersionUID = 1L;

    public OperationCancelledException(String sentence, @Nullable String remedy) {
        super(sentence, remedy, null);
    }

    public OperationCancelledException(String sentence, @Nullable String remedy, Throwable cause) {
        super(sentence, remedy, cause);
    }
}
