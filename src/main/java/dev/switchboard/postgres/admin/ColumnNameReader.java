package dev.switchboard.postgres.admin;

import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the names of the tables, views and columns of a database. */
public final class ColumnNameReader {
    private final Database database;

    public ColumnNameReader(Database database) {
        this.database = database;
    }

    /** Returns the first 20,000 columns by schema and table, in the order of the table. */
    public List<ColumnName> read() {
        return database.query(Sql.file("completion/columns"), Map.of()).stream()
                .map(row -> new ColumnName(text(row, "schema"), text(row, "table"), text(row, "column"), row.flag("visible")))
                .toList();
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNullElse(row.string(column), "");
    }
}
