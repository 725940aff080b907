package dev.switchboard.ui.items;

import dev.switchboard.dynamodb.item.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The columns that a scan's rows want: the keys first, then each attribute from the page in which it first came. A column
 * never moves and never goes while the scan lasts. Past a number that a person can still look through, attributes are only counted.
 */
final class ItemColumns {
    static final int MOST = 60;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final Set<String> known = new LinkedHashSet<>();
    private List<String> keyNames = List.of();

    /** The columns, left to right; grows at its end. */
    ObservableList<String> names() {
        return names;
    }

    /** Begins anew. */
    void clear() {
        known.clear();
        names.clear();
    }

    /** Adds what these rows bring, new attributes of one batch in the order of the alphabet. */
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

    /** Whether an attribute belongs to the table's key. */
    boolean isKey(String name) {
        return keyNames.contains(name);
    }

    /** How many attributes have no column. */
    int hidden() {
        return known.size() - names.size();
    }
}
