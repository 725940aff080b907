package dev.switchboard.explorer.entity;

import dev.switchboard.dynamodb.item.Item;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column of an entity. */
public sealed interface EntityColumn {
    /** The title of the column. */
    String title();

    /** The text for an item of the entity; empty if it has none. */
    String text(Item item);

    /** An attribute. */
    record Attribute(String name) implements EntityColumn {
        @Override
        public String title() {
            return name;
        }

        @Override
        public String text(Item item) {
            return item.display(name);
        }
    }

    /**
     * A part of a key.
     *
     * @param attribute the key attribute
     * @param template its pattern
     * @param variable the part that is shown
     */
    record KeyPart(String attribute, KeyTemplate template, String variable) implements EntityColumn {
        @Override
        public String title() {
            return variable;
        }

        @Override
        public String text(Item item) {
            @Nullable String key = item.string(attribute);
            @Nullable Map<String, String> parts = key == null ? null : template.match(key);
            return parts == null ? "" : parts.getOrDefault(variable, "");
        }
    }
}
