package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.SecretMasker;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Failures of statements, without the secrets that the server repeats from a statement in its messages. */
final class StatementFailures {
    private StatementFailures() {}

    /** Returns the failure, or if its statement may contain a secret, an equal one whose messages do not repeat it. */
    static Failure withoutSecrets(String sql, Failure failure) {
        if (!SecretMasker.isSensitive(sql)) {
            return failure;
        }
        @Nullable String remedy = failure.remedy();
        @Nullable SQLException cause = failure.getCause() instanceof SQLException thrown
                ? new SQLException(SecretMasker.message(sql, String.valueOf(thrown.getMessage())), thrown.getSQLState())
                : null;
        String sentence = SecretMasker.message(sql, failure.sentence());
        @Nullable String shownRemedy = remedy == null ? null : SecretMasker.message(sql, remedy);
        return cause == null
                ? new OperationFailedException(sentence, shownRemedy)
                : new OperationFailedException(sentence, shownRemedy, cause);
    }
}
