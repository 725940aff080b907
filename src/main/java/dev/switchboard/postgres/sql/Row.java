package dev.switchboard.postgres.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a result, with each value as the text that PostgreSQL prints. The rows of one result share their columns. */
public final class Row {
    private final RowColumns columns;
    private final @Nullable String[] values;

    Row(RowColumns columns, @Nullable String[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** Returns the names of the columns in order; several columns can have the same name. */
    public List<String> columns() {
        return columns.names();
    }

    /** Returns the value as text, or null if it is NULL. */
    public @Nullable String string(String column) {
        return text(index(column));
    }

    /** Returns the value of a column that cannot be NULL as text. */
    public String text(String column) {
        return Objects.requireNonNull(string(column), column);
    }

    /** Returns an integer; 0 if it is NULL or not a number. */
    public long number(String column) {
        int index = index(column);
        @Nullable String value = values[index];
        return value == null ? 0 : columns.kind(index).toLong(value);
    }

    /** Returns a point in time; null if it is NULL, infinite, or not a time of the usual calendar. */
    public @Nullable Instant instant(String column) {
        int index = index(column);
        @Nullable String value = values[index];
        return value == null || columns.kind(index) != ColumnKind.TIMESTAMP ? null : TimestampReader.read(value);
    }

    /** Returns a Boolean; false if it is NULL. */
    public boolean flag(String column) {
        int index = index(column);
        return columns.kind(index) == ColumnKind.BOOLEAN && "t".equals(values[index]);
    }

    /** Returns all values as PostgreSQL casts them to text, in the order of the columns; null if they are NULL. */
    public List<@Nullable String> display() {
        List<@Nullable String> display = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            display.add(text(i));
        }
        return Collections.unmodifiableList(display);
    }

    /** Returns the value of a column, by its index from 0, as PostgreSQL casts it to text; null if it is NULL. */
    public @Nullable String text(int index) {
        @Nullable String value = values[index];
        return value == null ? null : columns.kind(index).text(value);
    }

    /** Returns what the values of a column, by its index from 0, are. */
    public ColumnKind kind(int index) {
        return columns.kind(index);
    }

    /** Returns the columns that the rows of the result share. */
    RowColumns shared() {
        return columns;
    }

    private int index(String column) {
        int index = columns.names().indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " among " + columns.names());
        }
        return index;
    }

    @Override
    public String toString() {
        return "Row" + display();
    }
}
