package dev.switchboard.postgres.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts rows of the driver to plain values: text, numbers, Booleans and instants. */
final class RowReader {
    private final ResultSet rows;
    private final List<String> columns;
    private final List<String> types;

    RowReader(ResultSet rows) throws SQLException {
        this.rows = rows;
        ResultSetMetaData meta = rows.getMetaData();
        List<String> names = new ArrayList<>();
        List<String> typeNames = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnLabel(i));
            typeNames.add(meta.getColumnTypeName(i));
        }
        columns = Collections.unmodifiableList(names);
        types = typeNames;
    }

    List<String> columns() {
        return columns;
    }

    List<Row> all() throws SQLException {
        return atMost(Integer.MAX_VALUE);
    }

    List<Row> atMost(int most) throws SQLException {
        List<Row> read = new ArrayList<>();
        while (read.size() < most && rows.next()) {
            read.add(row());
        }
        return Collections.unmodifiableList(read);
    }

    private Row row() throws SQLException {
        @Nullable Object[] values = new @Nullable Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i + 1, types.get(i));
        }
        return new Row(columns, values);
    }

    private @Nullable Object value(int index, String type) throws SQLException {
        return switch (type) {
            case "int2", "int4", "int8" -> unlessNull(rows.getLong(index));
            case "bool" -> unlessNull(rows.getBoolean(index));
            case "numeric" -> numeric(rows.getString(index));
            case "timestamptz" -> {
                @Nullable OffsetDateTime time = rows.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            default -> rows.getString(index);
        };
    }

    /** The driver returns 0 or false for NULL, and reports NULL afterwards. */
    private @Nullable Object unlessNull(Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    /** Returns text if the value is NaN or infinite, which BigDecimal cannot represent. */
    private static @Nullable Object numeric(@Nullable String text) {
        return text == null || !text.matches("-?[0-9.]+") ? text : new BigDecimal(text);
    }
}
