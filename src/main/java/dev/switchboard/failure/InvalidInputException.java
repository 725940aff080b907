package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/**
 * Input from the operator or from a file is not valid; nothing was written. The code is a stable name of the violated rule, such as
 * {@code message_blank}, for callers that check for it. Exit status 1.
 */
public final class InvalidInputException extends Failure {
    private static final long serialVersionUID = 1L;
    private static final long UNKNOWN = -1;
    private final String code;
    private final long offset;

    public InvalidInputException(String code, String sentence, @Nullable String remedy) {
        this(code, sentence, remedy, null);
    }

    /** @param cause null if there is none */
    public InvalidInputException(String code, String sentence, @Nullable String remedy, @Nullable Throwable cause) {
        this(code, sentence, remedy, cause, UNKNOWN);
    }

    /** @param offset where the input is not valid, in characters from 0; negative if that is not known */
    public InvalidInputException(String code, String sentence, @Nullable String remedy, @Nullable Throwable cause, long offset) {
        super(sentence, remedy, cause);
        this.code = code;
        this.offset = offset;
    }

    /** Where the input is not valid, in characters from 0; negative if that is not known. */
    public long offset() {
        return offset;
    }

    /** The code of the violated rule. The web application uses the same codes for the rules that it shares. */
    public String code() {
        return code;
    }
}
