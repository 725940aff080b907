package dev.switchboard.dynamodb.item;

import dev.switchboard.failure.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a table, or the key of one: attributes by name, in the order in which they came. Immutable. */
public final class Item {
    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = Collections.unmodifiableMap(attributes);
    }

    public static Item of(Map<String, AttributeValue> attributes) {
        return new Item(new LinkedHashMap<>(attributes));
    }

    /**
     * Reads DynamoDB JSON, such as {@code {"pk":{"S":"a"}}}: every attribute with its type, numbers as text, binary as Base64.
     *
     * @throws InvalidInputException where it is anything else, with line and column
     */
    public static Item ofJson(String dynamoDbJson) {
        return new Item(ItemReader.read(dynamoDbJson));
    }

    /** The item as DynamoDB JSON on one line. */
    public String toJson() {
        return ItemWriter.write(attributes, false);
    }

    /** The item as DynamoDB JSON, indented, its attributes sorted by name. */
    public String toPrettyJson() {
        return ItemWriter.write(new TreeMap<>(attributes), true);
    }

    /** The names of its attributes. */
    public Set<String> names() {
        return attributes.keySet();
    }

    /** The text of an attribute; null where it is not there or no text. */
    public @Nullable String string(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.s();
    }

    /** An attribute of any type as a short text for a cell; empty where it is not there. */
    public String display(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? "" : AttributeFormatter.of(value);
    }

    /** The type of an attribute, such as {@code S} or {@code NS}; empty where it is not there. */
    public String type(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? "" : AttributeFormatter.type(value);
    }

    /** The attributes of these names only, those that are there. */
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

    /** The same with one text attribute set. */
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

    /** Begins an item of text attributes. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects text attributes. */
    public static final class Builder {
        private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

        private Builder() {}

        /** Sets one attribute to a text. */
        public Builder string(String name, String value) {
            attributes.put(name, AttributeValue.fromS(value));
            return this;
        }

        public Item build() {
            return new Item(new LinkedHashMap<>(attributes));
        }
    }
}
