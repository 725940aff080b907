package dev.switchboard.aws;

import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Counts the items of a request, of any DynamoDB operation, to foresee the capacity that it uses. */
final class RequestedItems {
    private RequestedItems() {}

    /** Returns how many items a request reads or writes, at most; 1 where that is not limited. */
    static int of(SdkRequest request) {
        int items = count(request, "RequestItems") + count(request, "TransactItems") + count(request, "Statements")
                + count(request, "TransactStatements");
        return Math.max(1, items == 0 ? request.getValueForField("Limit", Integer.class).orElse(1) : items);
    }

    /** Returns how many items of a batch the server left, because the capacity is used up. */
    static int unprocessed(SdkResponse response) {
        return count(response, "UnprocessedItems") + count(response, "UnprocessedKeys");
    }

    private static int count(SdkPojo message, String field) {
        return message.sdkFields().stream()
                .filter(each -> each.memberName().equals(field))
                .mapToInt(each -> count(each.getValueOrDefault(message)))
                .sum();
    }

    private static int count(Object value) {
        return switch (value) {
            case Map<?, ?> tables -> tables.values().stream().mapToInt(RequestedItems::count).sum();
            case KeysAndAttributes keys -> keys.keys().size();
            case Collection<?> items -> items.size();
            case null, default -> 0;
        };
    }
}
