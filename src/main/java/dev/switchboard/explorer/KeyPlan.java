package dev.switchboard.explorer;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans the read of a single item by its key. */
public final class KeyPlan {
    private static final Messages TEXT = Messages.of(KeyPlan.class);

    private KeyPlan() {}

    /**
     * Returns a plan that reads the item with a key.
     *
     * @throws InvalidInputException if the attributes are not exactly the key of the table
     */
    public static ReadPlan of(TableDetails table, Item key) {
        List<KeyAttribute> keys = table.keys();
        Set<String> names = keys.stream().map(KeyAttribute::name).collect(Collectors.toSet());
        boolean typed = keys.stream().allMatch(attribute -> key.type(attribute.name()).equals(attribute.type()));
        if (!names.equals(key.names()) || !typed) {
            String wanted =
                    keys.stream().map(attribute -> attribute.name() + " (" + attribute.type() + ")").collect(Collectors.joining(", "));
            throw new InvalidInputException("key_malformed", TEXT.get("key.other", table.name()), TEXT.get("key.other.remedy", wanted));
        }
        @Nullable String sortKey = keys.size() > 1 ? keys.get(1).name() : null;
        @Nullable SortCondition sort = sortKey == null ? null : new SortCondition.Compare(Comparison.EQUAL, value(key, sortKey));
        String partitionKey = keys.getFirst().name();
        return ReadPlan.query(table.name(), new KeyCondition(partitionKey, value(key, partitionKey), sortKey, sort));
    }

    private static TypedValue value(Item key, String name) {
        return Objects.requireNonNull(TypedItems.value(key, name));
    }
}
