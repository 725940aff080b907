package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something that an operator can meet and that is not a bug. The message is one sentence a person reads; the remedy says what
 * to do about it; the detail is the technical text to copy. Anything else that is thrown is a bug and is shown and logged whole.
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

    /** What happened, one sentence. */
    public final String sentence() {
        return sentence;
    }

    /** What to do about it, or null where there is nothing to do. */
    public final @Nullable String remedy() {
        return remedy;
    }
}
