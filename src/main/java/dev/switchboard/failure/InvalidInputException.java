package dev.switchboard.failure;

import org.jspecify.annotations.Nullable;

/**
 * What was typed or read from a file cannot be used; nothing was written. The code is the rule's stable name, such as
 * {@code message_blank}, for those who test for it. Exit status 1.
 */
public final class InvalidInputException extends Failure {
    private static final long serialVersionUID = 1L;
    private final String code;

    public InvalidInputException(String code, String sentence, @Nullable String remedy) {
        this(code, sentence, remedy, null);
    }

    /** @param cause null where nothing was thrown */
    public InvalidInputException(String code, String sentence, @Nullable String remedy, @Nullable Throwable cause) {
        super(sentence, remedy, cause);
        this.code = code;
    }

    /** The rule that was broken, in the source's spelling where the rule is the source's. */
    public String code() {
        return code;
    }
}
