package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure that operators can expect and that is not a bug. The sentence says what happened, the remedy what to do about it. Any
 * other exception is a bug, which is shown and logged with its stack trace.
 */
public abstract sealed class Failure extends RuntimeException permits OperationFailedException, InvalidInputException,
        OperationRefusedException, PartialCompletionException, OperationCancelledException {
    private static final long serialVersionUID = 1L;
    private final String sentence;
    private final @Nullable String remedy;

    Failure(String sentence, @Nullable String remedy, @Nullable Throwable cause) {
        super(remedy == null ? sentence : sentence + " " + remedy, cause);
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** What happened, in one sentence. */
    public final String sentence() {
        return sentence;
    }

    /** What to do about it; null if there is nothing to do. */
    public final @Nullable String remedy() {
        return remedy;
    }
}
