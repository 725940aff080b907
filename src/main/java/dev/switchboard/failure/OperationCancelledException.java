package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/** The operation was stopped on request; the sentence says what was already done. Exit status 130. */
public final class OperationCancelledException extends Failure {
    private static final long serialVersionUID = 1L;

    public OperationCancelledException(String sentence, @Nullable String remedy) {
        super(sentence, remedy, null);
    }

    public OperationCancelledException(String sentence, @Nullable String remedy, Throwable cause) {
        super(sentence, remedy, cause);
    }
}
