package dev.switchboard.dynamodb.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an expression with a placeholder for every name and value, because a name can be one of over 500 reserved words. */
final class ExpressionBuilder {
    private static final int MOST_EQUALS = 150;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();
    private final List<String> parts = new ArrayList<>();

    /** Adds a condition. The first {@code %s} is replaced by the placeholder of the name, further ones by those of the texts. */
    ExpressionBuilder and(String pattern, String name, String... texts) {
        parts.add(part(pattern, name, texts));
        return this;
    }

    /** Returns a condition that is part of another expression of the same request. */
    String part(String pattern, String name, String... texts) {
        List<Object> placeholders = new ArrayList<>();
        placeholders.add(name(name));
        for (String text : texts) {
            String placeholder = ":v" + values.size();
            values.put(placeholder, AttributeValue.fromS(text));
            placeholders.add(placeholder);
        }
        return String.format(pattern, placeholders.toArray());
    }

    /**
     * Adds conditions that an item has these attribute values, as many as fit in an expression of 4 KB. They cannot exclude further attributes;
     * the caller has compared the whole item just before.
     */
    ExpressionBuilder andAllOf(Item expected) {
        expected.attributes().entrySet().stream().limit(MOST_EQUALS).forEach(attribute -> {
            String placeholder = ":v" + values.size();
            values.put(placeholder, attribute.getValue());
            parts.add(name(attribute.getKey()) + " = " + placeholder);
        });
        return this;
    }

    /**
     * Adds conditions that an item has these attribute values and none of those that are added, and returns the expression that changes it.
     *
     * @param item the item afterward
     */
    String update(Item expected, Item item) {
        andAllOf(expected);
        List<String> sets = new ArrayList<>();
        List<String> removes = new ArrayList<>();
        item.attributes().forEach((attribute, value) -> {
            if (!value.equals(expected.attributes().get(attribute))) {
                String placeholder = ":v" + values.size();
                values.put(placeholder, value);
                sets.add(name(attribute) + " = " + placeholder);
            }
            if (!expected.names().contains(attribute)) {
                parts.add("attribute_not_exists(" + name(attribute) + ")");
            }
        });
        expected.names().stream().filter(attribute -> !item.names().contains(attribute)).forEach(gone -> removes.add(name(gone)));
        List<String> clauses = new ArrayList<>();
        if (!sets.isEmpty()) {
            clauses.add("SET " + String.join(", ", sets));
        }
        if (!removes.isEmpty()) {
            clauses.add("REMOVE " + String.join(", ", removes));
        }
        return String.join(" ", clauses);
    }

    private String name(String name) {
        for (Map.Entry<String, String> known : names.entrySet()) {
            if (known.getValue().equals(name)) {
                return known.getKey();
            }
        }
        String placeholder = "#n" + names.size();
        names.put(placeholder, name);
        return placeholder;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    String expression() {
        return String.join(" AND ", parts);
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }
}
