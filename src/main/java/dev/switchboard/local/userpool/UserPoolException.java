package dev.switchboard.local.userpool;

/** An error as Cognito answers it: a code and a message, HTTP status 400. */
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
