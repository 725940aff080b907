package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Converts what requests and responses of statements contain. */
final class PartiqlValues {
    private static final String NAME = "v";

    private PartiqlValues() {}

    /** Returns parameters as the SDK takes them; null for none, because DynamoDB refuses an empty list. */
    static @Nullable List<AttributeValue> attributes(List<TypedValue> values) {
        List<AttributeValue> attributes = new ArrayList<>();
        for (TypedValue value : values) {
            Item item = TypedItems.item(new TypedValue.Members(Map.of(NAME, value)));
            attributes.add(item.attributes().getOrDefault(NAME, AttributeValue.fromNul(true)));
        }
        return attributes.isEmpty() ? null : attributes;
    }

    /** Returns the capacity units of a response; 0 where the engine does not report them. */
    static double units(@Nullable ConsumedCapacity consumed) {
        return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
    }
}
