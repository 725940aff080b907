package dev.switchboard.settings;

import dev.switchboard.failure.BadInput;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;

/** What proves to PostgreSQL who one is. */
public enum PostgresLogin {
    /** A password: of the connection URL, {@code PGPASSWORD}, the password file or a prompt. */
    PASSWORD("password"),
    /** A token of RDS that the AWS credentials sign, good for fifteen minutes. */
    IAM("iam");

    private static final Messages TEXT = Messages.of(PostgresLogin.class);
    private final String code;

    PostgresLogin(String code) {
        this.code = code;
    }

    /** Its name in the settings and on the command line. */
    public String code() {
        return code;
    }

    /**
     * The one of that name.
     *
     * @throws BadInput where there is none
     */
    public static PostgresLogin parse(String code) {
        for (PostgresLogin login : values()) {
            if (login.code.equals(code.strip())) {
                return login;
            }
        }
        throw new BadInput("postgres_login_unknown", TEXT.get("login.unknown", Quote.of(code)), TEXT.get("login.unknown.remedy"));
    }
}
