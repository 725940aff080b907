package dev.switchboard.settings;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;

/** How the console authenticates to PostgreSQL. */
public enum PostgresAuthMethod {
    /** A password from the connection URL, {@code PGPASSWORD}, the password file or a prompt. */
    PASSWORD("password"),
    /** An RDS authentication token, signed with the AWS credentials and valid for fifteen minutes. */
    IAM("iam");

    private static final Messages TEXT = Messages.of(PostgresAuthMethod.class);
    private final String code;

    PostgresAuthMethod(String code) {
        this.code = code;
    }

    /** The name in the settings and on the command line. */
    public String code() {
        return code;
    }

    /**
     * Returns the method with the given name.
     *
     * @throws InvalidInputException if no method has this name
     */
    public static PostgresAuthMethod parse(String code) {
        for (PostgresAuthMethod login : values()) {
            if (login.code.equals(code.strip())) {
                return login;
            }
        }
        throw new InvalidInputException("postgres_login_unknown", TEXT.get("login.unknown", Quote.of(code)),
                TEXT.get("login.unknown.remedy"));
    }
}
