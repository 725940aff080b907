package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/**
 * Input from the operator or from a file is not valid; nothing was written. The code is a stable name of the violated rule, such as
 * {@code message_blank}, for callers that check for it. Exit status 1.
 */
public final class InvalidInputException extends Failure {
    private static final long serialVersionUID = 1L;
    private final String code;

    public InvalidInputException(String code, String sentence, @Nullable String remedy) {
        this(code, sentence, remedy, null);
    }

    /** @param cause null if there is none */
    public InvalidInputException(String code, String sentence, @Nullable String remedy, @Nullable Throwable cause) {
        super(sentence, remedy, cause);
        this.code = code;
    }

    /** The code of the violated rule. The web application uses the same codes for the rules that it shares. */
    public String code() {
        return code;
    }
}
