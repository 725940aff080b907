package dev.switchboard.postgres.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a result in order.
 *
 * @param names as the server names them; a name can occur several times
 * @param kinds what their values are
 */
record RowColumns(List<String> names, List<ColumnKind> kinds) {
    RowColumns {
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
    }

    ColumnKind kind(int index) {
        return kinds.get(index);
    }

    /**
     * Returns a different name for each column: the first column of a name keeps it, a later one gets a number that makes it differ from all other
     * names, such as {@code uuid (2)}.
     */
    static List<String> distinct(List<String> names) {
        Set<String> taken = new HashSet<>(names);
        Set<String> used = new HashSet<>();
        List<String> distinct = new ArrayList<>(names.size());
        for (String name : names) {
            String one = name;
            for (int number = 2; !used.add(one); number++) {
                String numbered = name + " (" + number + ")";
                one = taken.add(numbered) ? numbered : name;
            }
            distinct.add(one);
        }
        return List.copyOf(distinct);
    }
}
