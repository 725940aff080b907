package dev.switchboard.local.userpool;

/** A Cognito error: a code and a message, returned with HTTP status 400. */
final class UserPoolException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    UserPoolException(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
