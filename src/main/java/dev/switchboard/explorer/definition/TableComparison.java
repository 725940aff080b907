package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettingKind;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the definitions and settings of two tables, which can be in different environments. Their names do not count. */
public final class TableComparison {
    private static final Messages TEXT = Messages.of(TableComparison.class);

    private TableComparison() {}

    /**
     * A difference.
     *
     * @param property what differs, such as the keys, or an index by its name
     * @param left the value of the one table; null if it does not have it
     * @param right the value of the other table; null if it does not have it
     */
    public record Difference(String property, @Nullable String left, @Nullable String right) {}

    /** Returns every difference, in the order in which a table is described; empty if there are none. */
    public static List<Difference> of(TableSpecification left, TableSpecification right) {
        Map<String, String> lefts = properties(left);
        Map<String, String> rights = properties(right);
        Set<String> unknown = new TreeSet<>(unknown(left));
        unknown.addAll(unknown(right));
        List<String> names = new ArrayList<>(lefts.keySet());
        rights.keySet().stream().filter(name -> !lefts.containsKey(name)).forEach(names::add);
        return names.stream()
                .filter(name -> !unknown.contains(name) && !Objects.equals(lefts.get(name), rights.get(name)))
                .map(name -> new Difference(name, lefts.get(name), rights.get(name)))
                .toList();
    }

    /** Returns what could not be compared, because an engine does not report it or the user may not read it. */
    public static List<String> notCompared(TableSpecification left, TableSpecification right) {
        Set<String> unknown = new TreeSet<>(unknown(left));
        unknown.addAll(unknown(right));
        return List.copyOf(unknown);
    }

    private static List<String> unknown(TableSpecification table) {
        List<String> unknown = new ArrayList<>();
        table.settings().notReported().forEach(kind -> unknown.add(kind.title()));
        table.settings().denied().forEach(kind -> unknown.add(kind.title()));
        return unknown;
    }

    private static Map<String, String> properties(TableSpecification table) {
        TableDefinition definition = table.definition();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(TEXT.get("compare.keys"), keys(definition.keys()));
        properties.put(TEXT.get("compare.billing"), definition.billing());
        if (!definition.onDemand()) {
            properties.put(TEXT.get("compare.capacity"), capacity(definition.readCapacity(), definition.writeCapacity()));
        }
        if (definition.streamView() != null) {
            properties.put(TEXT.get("compare.stream"), definition.streamView());
        }
        if (definition.deletionProtection()) {
            properties.put(TEXT.get("definition.protection"), TEXT.get("compare.on"));
        }
        for (IndexDefinition index : definition.indexes()) {
            index(properties, definition, index);
        }
        new TreeMap<>(definition.tags()).forEach((key, value) -> properties.put(TEXT.get("compare.tag", key), value));
        for (TableSettingKind kind : table.settings().at("", null).set()) {
            properties.put(kind.title(), Objects.requireNonNull(kind.value(table.settings().at("", null))));
        }
        return properties;
    }

    private static void index(Map<String, String> properties, TableDefinition table, IndexDefinition index) {
        String name = TEXT.get("compare.index", index.name());
        properties.put(name, TEXT.get(index.local() ? "compare.local" : "compare.global"));
        properties.put(name + " " + TEXT.get("compare.keys"), keys(index.keys()));
        String included = index.included().isEmpty() ? "" : " " + String.join(", ", index.included());
        properties.put(name + " " + TEXT.get("compare.projection"), index.projection() + included);
        if (!index.local() && !table.onDemand()) {
            properties.put(name + " " + TEXT.get("compare.capacity"), capacity(index.readCapacity(), index.writeCapacity()));
        }
    }

    private static String keys(List<KeyAttribute> keys) {
        return keys.stream().map(KeyAttribute::toString).collect(Collectors.joining(", "));
    }

    private static String capacity(long read, long write) {
        return TEXT.get("compare.units", read, write);
    }
}
