package dev.switchboard.dynamodb.item;

import dev.switchboard.failure.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a table, or its key: an immutable, ordered map of attributes. */
public final class Item {
    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = Collections.unmodifiableMap(attributes);
    }

    public static Item of(Map<String, AttributeValue> attributes) {
        return new Item(new LinkedHashMap<>(attributes));
    }

    /**
     * Parses DynamoDB JSON, such as {@code {"pk":{"S":"a"}}}: every attribute with its type, numbers as text, binary as Base64.
     *
     * @throws InvalidInputException if the text is not valid, with line and column
     */
    public static Item ofJson(String dynamoDbJson) {
        return new Item(ItemReader.read(dynamoDbJson));
    }

    /** Returns the item as DynamoDB JSON on one line. */
    public String toJson() {
        return ItemWriter.write(attributes, false);
    }

    /** Returns the item as indented DynamoDB JSON with its attributes sorted by name. */
    public String toPrettyJson() {
        return ItemWriter.write(new TreeMap<>(attributes), true);
    }

    /** Returns the names of the attributes. */
    public Set<String> names() {
        return attributes.keySet();
    }

    /** Returns the value of a string attribute; null if the attribute is missing or not a string. */
    public @Nullable String string(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.s();
    }

    /** Returns the value of an attribute as a short text; empty if the attribute is missing. */
    public String display(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? "" : AttributeFormatter.of(value);
    }

    /** Returns the type of an attribute, such as {@code S} or {@code NS}; empty if the attribute is missing. */
    public String type(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? "" : AttributeFormatter.type(value);
    }

    /** Returns an item with only the attributes of these names. */
    public Item only(Iterable<String> names) {
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        for (String name : names) {
            AttributeValue value = attributes.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return new Item(kept);
    }

    /** Returns an item with one string attribute set. */
    public Item with(String name, String text) {
        Map<String, AttributeValue> changed = new LinkedHashMap<>(attributes);
        changed.put(name, AttributeValue.fromS(text));
        return new Item(changed);
    }

    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item && attributes.equals(item.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }

    /** Returns a builder for an item of string attributes. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an item of string attributes. */
    public static final class Builder {
        private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

        private Builder() {}

        /** Sets a string attribute. */
        public Builder string(String name, String value) {
            attributes.put(name, AttributeValue.fromS(value));
            return this;
        }

        public Item build() {
            return new Item(new LinkedHashMap<>(attributes));
        }
    }
}
