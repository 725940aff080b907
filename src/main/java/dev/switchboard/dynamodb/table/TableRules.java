package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates table definitions before they are sent to DynamoDB. */
public final class TableRules {
    private static final Messages TEXT = Messages.of(TableRules.class);
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");
    private static final List<String> TYPES = List.of("S", "N", "B");
    static final List<String> VIEWS = List.of("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");

    private TableRules() {}

    /** Returns the error in the name of a table or an index, or null if it is valid. */
    public static @Nullable InvalidInputException checkName(String name) {
        return NAME.matcher(name).matches() ? null : bad("name", Quote.of(name));
    }

    /** Returns the error in a definition, or null if it is valid. */
    public static @Nullable InvalidInputException check(TableDefinition definition) {
        InvalidInputException name = checkName(definition.name());
        if (name != null) {
            return name;
        }
        InvalidInputException keys = keys(definition.name(), definition.keys());
        if (keys != null) {
            return keys;
        }
        Set<String> names = new HashSet<>();
        for (IndexDefinition index : definition.indexes()) {
            InvalidInputException bad = index(definition, index, names.add(index.name()));
            if (bad != null) {
                return bad;
            }
        }
        InvalidInputException types = types(definition);
        if (types != null) {
            return types;
        }
        String view = definition.streamView();
        if (view != null && !VIEWS.contains(view)) {
            return bad("stream", view);
        }
        if (!definition.onDemand() && !definition.billing().equals("PROVISIONED")) {
            return bad("billing", definition.billing());
        }
        boolean capacity = definition.onDemand() || (definition.readCapacity() > 0 && definition.writeCapacity() > 0);
        return capacity ? null : bad("capacity", definition.name());
    }

    private static @Nullable InvalidInputException index(TableDefinition table, IndexDefinition index, boolean first) {
        InvalidInputException name = checkName(index.name());
        if (name != null) {
            return name;
        }
        if (!first) {
            return bad("index-twice", index.name());
        }
        if (!List.of("ALL", "KEYS_ONLY", "INCLUDE").contains(index.projection())) {
            return bad("projection", index.projection());
        }
        if (index.projection().equals("INCLUDE") == index.included().isEmpty()) {
            return bad("included", index.name());
        }
        InvalidInputException keys = keys(index.name(), index.keys());
        if (keys != null) {
            return keys;
        }
        boolean likeTable = index.keys().size() == 2 && index.keys().getFirst().equals(table.keys().getFirst());
        return index.local() && !likeTable ? bad("local", index.name()) : null;
    }

    private static @Nullable InvalidInputException keys(String owner, List<KeyAttribute> keys) {
        boolean roles = !keys.isEmpty()
                && keys.size() <= 2
                && keys.getFirst().role().equals("HASH")
                && (keys.size() == 1 || keys.getLast().role().equals("RANGE"));
        if (!roles) {
            return bad("keys", owner);
        }
        for (KeyAttribute key : keys) {
            if (key.name().isBlank() || key.name().length() > 255) {
                return bad("key-name", owner);
            }
            if (!TYPES.contains(key.type())) {
                return bad("key-type", key.name(), key.type());
            }
        }
        return keys.size() == 2 && keys.getFirst().name().equals(keys.getLast().name()) ? bad("key-twice", keys.getFirst().name()) : null;
    }

    /** An attribute must have the same type in every key. */
    private static @Nullable InvalidInputException types(TableDefinition definition) {
        Map<String, String> types = new HashMap<>();
        for (KeyAttribute key : definition.keys()) {
            types.put(key.name(), key.type());
        }
        for (IndexDefinition index : definition.indexes()) {
            for (KeyAttribute key : index.keys()) {
                String former = types.putIfAbsent(key.name(), key.type());
                if (former != null && !former.equals(key.type())) {
                    return bad("key-types", key.name(), former, key.type());
                }
            }
        }
        return null;
    }

    private static InvalidInputException bad(String what, Object... arguments) {
        return new InvalidInputException("table_" + what.replace('-', '_'), TEXT.get("rule." + what, arguments),
                TEXT.get("rule." + what + ".remedy"));
    }
}
