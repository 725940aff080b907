package dev.switchboard.explorer.edit;

import dev.switchboard.dynamodb.value.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One difference of two items.
 *
 * @param path the attribute, with members of maps after a dot and elements of lists in brackets, such as {@code address.lines[0]}
 * @param before the former value; null if it was missing
 * @param after the new value; null if it is removed
 */
public record AttributeChange(String path, @Nullable TypedValue before, @Nullable TypedValue after) {
    /** Returns the differences of two items, or of a value before and after; an item that does not exist is null. */
    public static List<AttributeChange> between(TypedValue.@Nullable Members before, TypedValue.@Nullable Members after) {
        List<AttributeChange> changes = new ArrayList<>();
        members("", before == null ? Map.of() : before.values(), after == null ? Map.of() : after.values(), changes);
        return changes;
    }

    private static void members(
            String prefix, Map<String, TypedValue> before, Map<String, TypedValue> after, List<AttributeChange> changes) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            value(prefix + name, before.get(name), after.get(name), changes);
        }
    }

    private static void value(String path, @Nullable TypedValue before, @Nullable TypedValue after, List<AttributeChange> changes) {
        if (before != null && after != null && TypedValue.same(before, after)) {
            return;
        }
        if (before instanceof TypedValue.Members(Map<String, TypedValue> was)
                && after instanceof TypedValue.Members(Map<String, TypedValue> is)) {
            members(path + ".", was, is, changes);
        } else if (before instanceof TypedValue.Elements(List<TypedValue> was)
                && after instanceof TypedValue.Elements(List<TypedValue> is)) {
            for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                value(path + "[" + i + "]", i < was.size() ? was.get(i) : null, i < is.size() ? is.get(i) : null, changes);
            }
        } else {
            changes.add(new AttributeChange(path, before, after));
        }
    }
}
