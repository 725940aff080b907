package dev.switchboard.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Reads the consumed capacity of a response, of any DynamoDB operation. */
final class ConsumedUnits {
    private ConsumedUnits() {}

    /** Returns the capacity units of a response; 0 if it does not say. */
    static double of(SdkResponse response) {
        return units(response.getValueForField("ConsumedCapacity", Object.class).orElse(null));
    }

    private static double units(@Nullable Object consumed) {
        return switch (consumed) {
            case ConsumedCapacity one when one.capacityUnits() != null -> one.capacityUnits();
            case List<?> many -> many.stream().mapToDouble(ConsumedUnits::units).sum();
            case null, default -> 0;
        };
    }
}
