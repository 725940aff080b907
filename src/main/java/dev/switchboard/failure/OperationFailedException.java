package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/** The operation failed, for example because of a missing table or expired credentials. Exit status 1. */
public final class OperationFailedException extends Failure {
    private static final long serialVersionUID = 1L;

    public OperationFailedException(String sentence, @Nullable String remedy) {
        super(sentence, remedy, null);
    }

    public OperationFailedException(String sentence, @Nullable String remedy, Throwable cause) {
        super(sentence, remedy, cause);
    }
}
