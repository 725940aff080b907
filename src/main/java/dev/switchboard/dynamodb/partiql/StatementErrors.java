package dev.switchboard.dynamodb.partiql;

import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;

/** Says why a statement failed. */
final class StatementErrors {
    private static final Messages TEXT = Messages.of(StatementErrors.class);
    private static final Set<String> REPEATED =
            Set.of("RequestLimitExceeded", "ProvisionedThroughputExceeded", "ThrottlingError", "TransactionConflict");

    private StatementErrors() {}

    /** Returns an exception as a failure. */
    static Failure of(RuntimeException thrown) {
        if (thrown instanceof Failure failure) {
            return failure;
        }
        @Nullable Explanation explanation = new AwsFailureExplainer().explain(thrown);
        if (explanation == null) {
            throw thrown;
        }
        return new OperationFailedException(explanation.sentence(), explanation.remedy(), thrown);
    }

    /** Returns the error of one statement of a batch as a failure. */
    static Failure of(BatchStatementError error) {
        if (isUnknown(error)) {
            return new OperationFailedException(TEXT.get("partiql.unknown", String.valueOf(error.message())),
                    TEXT.get("partiql.unknown.remedy"));
        }
        return new OperationFailedException(
                TEXT.get("partiql.error", error.codeAsString(), String.valueOf(error.message())), TEXT.get("partiql.error.remedy"));
    }

    /** Whether nothing was done because of load, so that the statement can be sent again. */
    static boolean isRepeated(BatchStatementError error) {
        return REPEATED.contains(error.codeAsString());
    }

    /** Whether the error leaves open what was done. */
    static boolean isUnknown(BatchStatementError error) {
        return error.codeAsString().equals("InternalServerError");
    }
}
