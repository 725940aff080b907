package dev.switchboard.explorer.entity;

import dev.switchboard.dynamodb.item.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds entities by the prefixes of the keys that are observed, such as {@code USER#} and {@code ORDER#}. Its memory does not grow with the number
 * of items. Not thread-safe.
 */
public final class PrefixObserver {
    /** A word and a separator. A time has a separator as well, but begins with a digit. */
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]{0,39})([#|:/])(.*)", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final String ANY = "";
    private static final int MOST_PARTITIONS = 200;
    private static final int MOST_SORTS = 20;
    private static final int MOST_ATTRIBUTES = 60;
    private static final int MOST_ENTITIES = 30;
    private static final int FEWEST = 2;
    private static final double COVERED = 0.8;
    private final List<String> keyNames;
    private final Map<String, Partition> partitions = new LinkedHashMap<>();
    private long items;
    private int version;

    /** What was seen with one prefix of the partition key. */
    private static final class Partition {
        private final Map<String, Kind> sorts = new LinkedHashMap<>();
        private boolean collapsed;
        private long items;
    }

    private static final class Kind {
        private final Set<String> attributes = new LinkedHashSet<>();
        private long items;
    }

    /** @param keyNames the key attributes of the table, the partition key first */
    public PrefixObserver(List<String> keyNames) {
        this.keyNames = List.copyOf(keyNames);
    }

    /** Observes an item. */
    public void add(Item item) {
        items++;
        String pattern = signature(item, 0);
        if (pattern.equals(ANY)) {
            return;
        }
        Partition partition = partitions.get(pattern);
        if (partition == null) {
            if (partitions.size() == MOST_PARTITIONS) {
                return;
            }
            partition = new Partition();
            partitions.put(pattern, partition);
            version++;
        }
        partition.items++;
        Kind kind = kind(partition, signature(item, 1));
        kind.items++;
        for (String name : item.names()) {
            if (kind.attributes.size() < MOST_ATTRIBUTES && kind.attributes.add(name)) {
                version++;
            }
        }
    }

    private Kind kind(Partition partition, String sort) {
        String wanted = partition.collapsed ? ANY : sort;
        @Nullable Kind known = partition.sorts.get(wanted);
        if (known != null) {
            return known;
        }
        version++;
        if (partition.sorts.size() == MOST_SORTS) {
            // So many are no kinds, but values.
            Kind all = new Kind();
            partition.sorts.values().forEach(each -> {
                all.items += each.items;
                each.attributes.stream().limit(MOST_ATTRIBUTES - all.attributes.size()).forEach(all.attributes::add);
            });
            partition.sorts.clear();
            partition.sorts.put(ANY, all);
            partition.collapsed = true;
            return all;
        }
        Kind fresh = new Kind();
        partition.sorts.put(wanted, fresh);
        return fresh;
    }

    /** A prefix with its separator, a constant in capital letters, or nothing. */
    private String signature(Item item, int key) {
        return signature(key < keyNames.size() ? item.string(keyNames.get(key)) : null);
    }

    /** The pattern of the value of a key; empty if it has none. */
    static String signature(@Nullable String value) {
        if (value == null) {
            return ANY;
        }
        Matcher prefix = PREFIX.matcher(value);
        if (prefix.matches()) {
            return prefix.group(1) + prefix.group(2);
        }
        return CONSTANT.matcher(value).matches() ? value : ANY;
    }

    /** How many items were observed. */
    public long items() {
        return items;
    }

    /** Changes when {@link #model} can have another result, apart from numbers of items. */
    public int version() {
        return version;
    }

    /** Returns the entities; none unless a few prefixes have most of the items. */
    public EntityModel model(String source) {
        List<Map.Entry<String, Partition>> largest = partitions.entrySet().stream()
                .filter(each -> each.getValue().items >= FEWEST)
                .sorted(Comparator.comparingLong(each -> -each.getValue().items))
                .limit(MOST_ENTITIES)
                .toList();
        long covered = largest.stream().mapToLong(each -> each.getValue().items).sum();
        if (items == 0 || covered < COVERED * items) {
            return new EntityModel(source, List.of());
        }
        List<EntityDefinition> entities = new ArrayList<>();
        largest.forEach(each -> each.getValue().sorts.forEach((sort, kind) -> entities.add(entity(each.getKey(), sort, kind))));
        return new EntityModel(source, entities.subList(0, Math.min(entities.size(), MOST_ENTITIES)));
    }

    /** How many items each entity of {@link #model} has, by name. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        partitions.forEach((prefix, partition) -> partition.sorts.forEach((sort, kind) -> counts.put(name(prefix, sort), kind.items)));
        return counts;
    }

    private EntityDefinition entity(String partition, String sort, Kind kind) {
        Map<String, KeyTemplate> keys = new LinkedHashMap<>();
        keys.put(keyNames.getFirst(), template(partition, keyNames.getFirst()));
        if (!sort.equals(ANY)) {
            keys.put(keyNames.get(1), template(sort, keyNames.get(1)));
        }
        List<String> attributes = kind.attributes.stream().filter(name -> !keyNames.contains(name)).sorted().collect(Collectors.toList());
        return new EntityDefinition(name(partition, sort), keys, Map.of(), attributes);
    }

    private static KeyTemplate template(String signature, String variable) {
        return CONSTANT.matcher(signature).matches() ? KeyTemplate.constant(signature) : KeyTemplate.prefix(signature, variable);
    }

    private static String name(String partition, String sort) {
        return sort.equals(ANY) ? word(partition) : word(partition) + " / " + word(sort);
    }

    private static String word(String signature) {
        return signature.replaceAll("[#|:/]$", "");
    }
}
