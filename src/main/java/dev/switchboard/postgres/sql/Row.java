package dev.switchboard.postgres.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a result. The rows of one result share their list of columns. */
public final class Row {
    private final List<String> columns;
    private final @Nullable Object[] values;

    Row(List<String> columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** Returns the names of the columns in order. */
    public List<String> columns() {
        return columns;
    }

    /** Returns the value as text, or null if it is NULL. */
    public @Nullable String string(String column) {
        @Nullable Object value = value(column);
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** Returns the value of a column that cannot be NULL as text. */
    public String text(String column) {
        return Objects.requireNonNull(string(column), column);
    }

    /** Returns an integer; 0 if it is NULL. */
    public long number(String column) {
        return value(column) instanceof Number number ? number.longValue() : 0;
    }

    /** Returns a point in time, or null if it is NULL. */
    public @Nullable Instant instant(String column) {
        return value(column) instanceof Instant instant ? instant : null;
    }

    /** Returns a Boolean; false if it is NULL. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** Returns all values as text in the order of the columns, null if they are NULL. */
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
