package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/** The environment is locked, or a confirmation is missing or does not match. Nothing was done. Exit status 3. */
public final class OperationRefusedException extends Failure {
    private static final long serialVersionUID = 1L;

    public OperationRefusedException(String sentence, @Nullable String remedy) {
        super(sentence, remedy, null);
    }

    public OperationRefusedException(String sentence, @Nullable String remedy, Throwable cause) {
        super(sentence, remedy, cause);
    }
}
