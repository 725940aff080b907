package dev.switchboard.postgres.sql;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders the rows of a result by the values of one column, as the server would: numbers and times by their value, with infinite ones at the ends and
 * NaN after all numbers, everything else by its text, ignoring case first. NULL is last in both directions.
 */
public final class RowOrder {
    private static final Comparator<String> BY_TEXT = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
    /** Rows have no equality of their own, so equal rows are told apart. */
    private final Map<Row, Key> keys = new HashMap<>();

    /**
     * The value to compare by, read once for each row.
     *
     * @param rank before 0 for negative infinity, after 0 for infinity and NaN, which have no value
     */
    private record Key(int rank, BigDecimal value, String text) {
        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::rank).thenComparing(Key::value).thenComparing(Key::text, BY_TEXT);
    }

    /** @param column the index of the column, from 0 */
    public RowOrder(List<Row> rows, int column) {
        for (Row row : rows) {
            @Nullable String text = row.text(column);
            if (text != null) {
                keys.put(row, key(row.kind(column), text));
            }
        }
    }

    private static Key key(ColumnKind kind, String text) {
        int rank = switch (text) {
            case "-Infinity", "-infinity" -> -1;
            case "Infinity", "infinity" -> 1;
            case "NaN" -> 2;
            default -> 0;
        };
        return switch (kind) {
            case NUMBER -> new Key(rank, kind.isJsonNumber(text) ? new BigDecimal(text) : BigDecimal.ZERO, "");
            case TIMESTAMP, LOCAL_TIME -> new Key(rank, BigDecimal.valueOf(TimestampReader.micros(text)), text);
            case BOOLEAN, TEXT -> new Key(0, BigDecimal.ZERO, text);
        };
    }

    /** Returns the order of the rows. */
    public Comparator<Row> comparator(boolean ascending) {
        Comparator<Key> order = ascending ? Key.ORDER : Key.ORDER.reversed();
        return Comparator.comparing(keys::get, Comparator.nullsLast(order));
    }
}
