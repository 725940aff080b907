package dev.switchboard.explorer.compare;

import java.util.List;

/**
 * How the items of two tables differ.
 *
 * @param leftItems the number of items of the one table
 * @param rightItems the number of items of the other table
 * @param onlyLeft the number of items that only the one table has, without those of {@code unread} ranges
 * @param onlyRight likewise of the other table
 * @param changed the number of items with the same key and another content, likewise
 * @param listed the first of them
 * @param unread the number of differing ranges whose items were not compared one by one, because there are too many
 * @param consumedReadCapacity of both tables
 */
public record ItemComparison(long leftItems, long rightItems, long onlyLeft, long onlyRight, long changed, List<KeyDifference> listed,
        int unread, double consumedReadCapacity) {
    public ItemComparison {
        listed = List.copyOf(listed);
    }

    /** Whether the tables have the same items. */
    public boolean isEqual() {
        return onlyLeft == 0 && onlyRight == 0 && changed == 0 && unread == 0;
    }
}
