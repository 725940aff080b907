package dev.switchboard.explorer.compare;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.explorer.compare.KeyDifference.Kind;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the items of two tables: by digests of ranges of keys, and then one by one in the ranges that differ. Both tables are scanned,
 * and a second time where something differs; the memory is bounded. A table that is written to meanwhile differs by what is written.
 */
public final class ItemComparator {
    /** Maximum number of items compared one by one. */
    static final long MOST_ITEMS = 200_000;
    /** Maximum number of differences listed. */
    static final int MOST_LISTED = 1_000;

    private static final Messages TEXT = Messages.of(ItemComparator.class);
    private final Side left;
    private final Side right;
    private final long mostItems;
    private double consumed;

    /** A table of one of the two. */
    private record Side(PlanReader reader, String table, List<String> keys) {
        static Side of(PlanReader reader, String table) {
            return new Side(reader, table, reader.table(table).keys().stream().map(KeyAttribute::name).toList());
        }
    }

    private ItemComparator(Side left, Side right, long mostItems) {
        this.left = left;
        this.right = right;
        this.mostItems = mostItems;
    }

    /**
     * Compares the items of two tables at the usual rates of their environments.
     *
     * @param progress receives the number of items read; the total is unknown
     * @throws InvalidInputException if the tables have different key attributes
     */
    public static ItemComparison compare(PlanReader left, String leftTable, PlanReader right, String rightTable, Progress progress) {
        return compare(left, leftTable, right, rightTable, MOST_ITEMS, progress);
    }

    static ItemComparison compare(
            PlanReader left, String leftTable, PlanReader right, String rightTable, long mostItems, Progress progress) {
        Side one = Side.of(left, leftTable);
        Side other = Side.of(right, rightTable);
        if (!one.keys().equals(other.keys())) {
            throw new InvalidInputException(
                    "keys_differ", TEXT.get("compare.items.keys", leftTable, rightTable), TEXT.get("compare.items.keys.remedy"));
        }
        return new ItemComparator(one, other, mostItems).compare(progress);
    }

    private ItemComparison compare(Progress progress) {
        RangeDigests lefts = digests(left, progress);
        RangeDigests rights = digests(right, progress);
        List<Integer> differing = lefts.differing(rights);
        BitSet read = new BitSet();
        long items = 0;
        for (int range : differing) {
            items += Math.max(lefts.items(range), rights.items(range));
            if (items > mostItems) {
                break;
            }
            read.set(range);
        }
        Differences found = differing.isEmpty() ? new Differences() : differences(read, progress);
        return new ItemComparison(lefts.items(), rights.items(), found.onlyLeft, found.onlyRight, found.changed, found.listed,
                differing.size() - read.cardinality(), consumed);
    }

    private RangeDigests digests(Side side, Progress progress) {
        RangeDigests digests = new RangeDigests();
        scan(side, progress, item -> digests.add(ItemDigest.of(item, side.keys())));
        return digests;
    }

    private void scan(Side side, Progress progress, Consumer<Item> items) {
        consumed += side.reader().read(ReadPlan.scan(side.table()), ReadPosition.START, page -> page.items().forEach(items), progress)
                .consumedReadCapacity();
    }

    private Differences differences(BitSet ranges, Progress progress) {
        Map<Item, ItemDigest> pending = new HashMap<>();
        scan(left, progress, item -> {
            ItemDigest digest = ItemDigest.of(item, left.keys());
            if (ranges.get(RangeDigests.range(digest))) {
                pending.put(item.only(left.keys()), digest);
            }
        });
        Differences found = new Differences();
        scan(right, progress, item -> {
            ItemDigest digest = ItemDigest.of(item, right.keys());
            if (ranges.get(RangeDigests.range(digest))) {
                Item key = item.only(right.keys());
                @Nullable ItemDigest other = pending.remove(key);
                if (other == null) {
                    found.add(Kind.ONLY_RIGHT, key);
                } else if (!other.equals(digest)) {
                    found.add(Kind.CHANGED, key);
                }
            }
        });
        pending.keySet().forEach(key -> found.add(Kind.ONLY_LEFT, key));
        return found;
    }

    /** The differences found so far. */
    private static final class Differences {
        private final List<KeyDifference> listed = new ArrayList<>();
        private long onlyLeft;
        private long onlyRight;
        private long changed;

        void add(Kind kind, Item key) {
            switch (kind) {
                case ONLY_LEFT -> onlyLeft++;
                case ONLY_RIGHT -> onlyRight++;
                case CHANGED -> changed++;
            }
            if (listed.size() < MOST_LISTED) {
                listed.add(new KeyDifference(kind, key));
            }
        }
    }
}
