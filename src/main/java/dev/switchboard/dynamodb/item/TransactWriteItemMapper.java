package dev.switchboard.dynamodb.item;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Maps writes to the actions of a transaction. */
record TransactWriteItemMapper(String table, KeySchema keys) {

    TransactWriteItem of(Write write) {
        ExpressionBuilder conditions = new ExpressionBuilder();
        return switch (write) {
            case Write.Put(Item item, boolean onlyIfAbsent) -> {
                if (onlyIfAbsent) {
                    conditions.and("attribute_not_exists(%s)", keys.names().getFirst());
                }
                yield TransactWriteItem.builder()
                        .put(b -> {
                            b.tableName(table).item(item.attributes());
                            if (!conditions.isEmpty()) {
                                b.conditionExpression(conditions.expression()).expressionAttributeNames(conditions.names());
                            }
                        })
                        .build();
            }
            case Write.Delete(Item key, var onlyIfEquals) -> {
                onlyIfEquals.forEach((name, value) -> conditions.and("%s = %s", name, value));
                yield TransactWriteItem.builder()
                        .delete(b -> {
                            b.tableName(table).key(key.attributes());
                            if (!conditions.isEmpty()) {
                                b.conditionExpression(conditions.expression())
                                        .expressionAttributeNames(conditions.names())
                                        .expressionAttributeValues(conditions.values());
                            }
                        })
                        .build();
            }
            case Write.Replace(Item item, Item expected) -> {
                conditions.andAllOf(expected);
                yield TransactWriteItem.builder()
                        .put(b -> b.tableName(table)
                                .item(item.attributes())
                                .conditionExpression(conditions.expression())
                                .expressionAttributeNames(conditions.names())
                                .expressionAttributeValues(conditions.values()))
                        .build();
            }
            case Write.Update(Item item, Item expected) -> {
                String update = conditions.update(expected, item);
                yield TransactWriteItem.builder()
                        .update(b -> b.tableName(table)
                                .key(keys.of(expected).attributes())
                                .updateExpression(update)
                                .conditionExpression(conditions.expression())
                                .expressionAttributeNames(conditions.names())
                                .expressionAttributeValues(conditions.values()))
                        .build();
            }
            case Write.Remove(Item expected) -> {
                conditions.andAllOf(expected);
                yield TransactWriteItem.builder()
                        .delete(b -> b.tableName(table)
                                .key(keys.of(expected).attributes())
                                .conditionExpression(conditions.expression())
                                .expressionAttributeNames(conditions.names())
                                .expressionAttributeValues(conditions.values()))
                        .build();
            }
            case Write.Check(Item key) -> {
                conditions.and("attribute_exists(%s)", keys.names().getFirst());
                yield TransactWriteItem.builder()
                        .conditionCheck(b -> b.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(conditions.expression())
                                .expressionAttributeNames(conditions.names()))
                        .build();
            }
        };
    }
}
