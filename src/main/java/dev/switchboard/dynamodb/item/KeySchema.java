package dev.switchboard.dynamodb.item;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The key attributes of a table, the partition key first. */
public record KeySchema(List<String> names) {
    public static KeySchema of(TableDescription table) {
        return new KeySchema(TableDescriptionMapper.keys(table).stream().map(KeyAttribute::name).toList());
    }

    /** Returns the key of an item with normalized numbers, because 1 and 1.0 are the same key in DynamoDB. */
    public Item of(Item item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (String name : names) {
            AttributeValue value = item.attributes().get(name);
            if (value != null) {
                String number = value.n();
                key.put(name, number == null ? value : AttributeValue.fromN(new BigDecimal(number).stripTrailingZeros().toPlainString()));
            }
        }
        return Item.of(key);
    }
}
