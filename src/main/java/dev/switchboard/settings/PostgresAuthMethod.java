package dev.switchboard.settings;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;

/** What proves to PostgreSQL who one is. */
public enum PostgresAuthMethod {
    /** A password: of the connection URL, {@code PGPASSWORD}, the password file or a prompt. */
    PASSWORD("password"),
    /** A token of RDS that the AWS credentials sign, good for fifteen minutes. */
    IAM("iam");

    private static final Messages TEXT = Messages.of(PostgresAuthMethod.class);
    private final String code;

    PostgresAuthMethod(String code) {
        this.code = code;
    }

    /** Its name in the settings and on the command line. */
    public String code() {
        return code;
    }

    /**
     * The one of that name.
     *
     * @throws InvalidInputException where there is none
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
