package dev.switchboard.aws;

import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Describes why DynamoDB canceled a transaction. Actions without a reason are omitted. */
final class CancellationReasons {
    private static final Messages TEXT = Messages.of(CancellationReasons.class);

    private CancellationReasons() {}

    static String describe(TransactionCanceledException cancelled) {
        List<String> texts = new ArrayList<>();
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
            @Nullable String code = reasons.get(i).code();
            if (code != null && !code.equals("None")) {
                texts.add(TEXT.get("transaction.action", i + 1, reason(code, String.valueOf(reasons.get(i).message()))));
            }
        }
        return String.join("; ", texts);
    }

    private static String reason(String code, String message) {
        try {
            return TEXT.get("transaction." + code, message);
        } catch (MissingResourceException e) {
            return TEXT.get("transaction.other", code, message);
        }
    }
}
