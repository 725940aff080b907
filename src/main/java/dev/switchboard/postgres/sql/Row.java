package dev.switchboard.postgres.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of an answer. The rows of one answer share their list of columns. */
public final class Row {
    private final List<String> columns;
    private final @Nullable Object[] values;

    Row(List<String> columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** The names of the columns in their order. */
    public List<String> columns() {
        return columns;
    }

    /** The value as text, or null where it is NULL. */
    public @Nullable String string(String column) {
        @Nullable Object value = value(column);
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** The value as text where the column cannot be NULL. */
    public String text(String column) {
        return Objects.requireNonNull(string(column), column);
    }

    /** A whole number; 0 where it is NULL. */
    public long number(String column) {
        return value(column) instanceof Number number ? number.longValue() : 0;
    }

    /** A point in time, or null where it is NULL. */
    public @Nullable Instant instant(String column) {
        return value(column) instanceof Instant instant ? instant : null;
    }

    /** A truth value; false where it is NULL. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** All values as text in the order of the columns, null where they are NULL. */
    public List<@Nullable String> display() {
        List<@Nullable String> display = new ArrayList<>(columns.size());
        for (Object value : values) {
            display.add(value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
        return Collections.unmodifiableList(display);
    }

    private @Nullable Object value(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " among " + columns);
        }
        return values[index];
    }

    @Override
    public String toString() {
        return "Row" + display();
    }
}
