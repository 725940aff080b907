package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The columns of a scan: the key attributes first, then each attribute when it first occurs. Columns do not move or disappear during a
 * scan. Attributes beyond the maximum number of columns are only counted.
 */
final class ItemColumns {
    static final int MOST = 60;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final Set<String> known = new LinkedHashSet<>();
    private List<String> keyNames = List.of();

    /** The columns from left to right; new columns are added at the end. */
    ObservableList<String> names() {
        return names;
    }

    /** Removes all columns. */
    void clear() {
        known.clear();
        names.clear();
    }

    /** Adds the new attributes of these items in alphabetical order. */
    void learn(List<String> keys, List<Item> rows) {
        keyNames = keys;
        add(keys);
        Set<String> fresh = new TreeSet<>();
        for (Item row : rows) {
            for (String name : row.names()) {
                if (!known.contains(name)) {
                    fresh.add(name);
                }
            }
        }
        add(fresh);
    }

    private void add(Iterable<String> more) {
        for (String name : more) {
            if (known.add(name) && names.size() < MOST) {
                names.add(name);
            }
        }
    }

    /** The key attributes, the partition key first; empty until they are known. */
    List<String> keys() {
        return keyNames;
    }

    /** Whether an attribute is a key attribute. */
    boolean isKey(String name) {
        return keyNames.contains(name);
    }

    /** The number of attributes without a column. */
    int hidden() {
        return known.size() - names.size();
    }
}
