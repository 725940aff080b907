package dev.switchboard.postgres.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgResultSet;

/** Reads rows of the driver as the text that the server sent. Connections receive all types as text, so it is what psql prints. */
final class RowReader {
    private final ResultSet rows;
    private final RowColumns columns;

    RowReader(ResultSet rows) throws SQLException {
        this.rows = rows;
        ResultSetMetaData meta = rows.getMetaData();
        PgResultSet driver = rows.unwrap(PgResultSet.class);
        List<String> names = new ArrayList<>();
        List<ColumnKind> kinds = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnLabel(i));
            // The name of a type would take a query for types that are not built in.
            kinds.add(ColumnKind.of(driver.getColumnOID(i)));
        }
        columns = new RowColumns(names, kinds);
    }

    List<String> columns() {
        return columns.names();
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
        @Nullable String[] values = new @Nullable String[columns.names().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.getString(i + 1);
        }
        return new Row(columns, values);
    }
}
