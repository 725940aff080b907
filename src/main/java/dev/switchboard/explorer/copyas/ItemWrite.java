package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.StagedEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One write of a staged edit, made only where the item is as it was read. */
sealed interface ItemWrite {
    String table();

    Filter condition();

    /** Puts an item. */
    record Put(String table, Item item, Filter condition) implements ItemWrite {}

    /** Deletes the item of a key. */
    record Delete(String table, Item key, Filter condition) implements ItemWrite {}

    /** Sets and removes attributes of the item of a key. */
    record Update(String table, Item key, Map<String, TypedValue> set, List<String> remove, Filter condition) implements ItemWrite {
        public Update {
            set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
            remove = List.copyOf(remove);
        }

        List<AttributePath> removedPaths() {
            return remove.stream().map(AttributePath::of).toList();
        }
    }

    /** Returns the writes of an edit: two where it changes the key. */
    static List<ItemWrite> of(String table, StagedEdit staged) {
        @Nullable Item before = staged.edit().expected();
        @Nullable Item after = staged.edit().item();
        List<String> keys = List.copyOf(staged.key().names());
        List<ItemWrite> writes = new ArrayList<>();
        if (before != null && after != null && after.only(keys).equals(before.only(keys))) {
            return List.of(update(table, before.only(keys), TypedItems.values(before).values(), TypedItems.values(after).values()));
        }
        if (after != null) {
            writes.add(new Put(table, after, new Filter.Exists(AttributePath.of(keys.getFirst()), false)));
        }
        if (before != null) {
            writes.add(new Delete(table, before.only(keys), all(TypedItems.values(before).values())));
        }
        return writes;
    }

    private static Update update(String table, Item key, Map<String, TypedValue> before, Map<String, TypedValue> after) {
        Map<String, TypedValue> set = new LinkedHashMap<>();
        List<Filter> conditions = new ArrayList<>();
        after.forEach((name, value) -> {
            @Nullable TypedValue former = before.get(name);
            if (former == null || !TypedValue.same(former, value)) {
                set.put(name, value);
                conditions.add(former == null ? new Filter.Exists(AttributePath.of(name), false) : equal(name, former));
            }
        });
        List<String> remove = new ArrayList<>();
        before.forEach((name, value) -> {
            if (!after.containsKey(name)) {
                remove.add(name);
                conditions.add(equal(name, value));
            }
        });
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("an edit that changes nothing");
        }
        // Otherwise an update of a deleted item that only adds attributes would create it again.
        if (conditions.stream().allMatch(Filter.Exists.class::isInstance)) {
            conditions.addFirst(new Filter.Exists(AttributePath.of(key.names().iterator().next()), true));
        }
        return new Update(table, key, set, remove, all(conditions));
    }

    private static Filter all(Map<String, TypedValue> values) {
        List<Filter> parts = new ArrayList<>();
        values.forEach((name, value) -> parts.add(equal(name, value)));
        return all(parts);
    }

    private static Filter all(List<Filter> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private static Filter equal(String name, TypedValue value) {
        return new Filter.Compare(Operand.attribute(name), Comparison.EQUAL, new Operand.Literal(value));
    }
}
