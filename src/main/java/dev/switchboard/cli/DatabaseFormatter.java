package dev.switchboard.cli;

import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.postgres.admin.DatabaseSession;
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.postgres.dump.DatabaseRestoreResult;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats backups, sessions and results of the database as JSON and as text. */
final class DatabaseFormatter {
    private static final Messages TEXT = Messages.of(DatabaseFormatter.class);

    private DatabaseFormatter() {}

    static Map<String, @Nullable Object> backup(DatabaseBackup backup) {
        return Json.object(
                "file", backup.file(),
                "database", backup.database(),
                "tables", backup.tables(),
                "rows", backup.rows(),
                "at", backup.at(),
                "bytes", backup.bytes(),
                "program", backup.program());
    }

    static Map<String, @Nullable Object> restored(DatabaseRestoreResult restored) {
        return Json.object("database", restored.database(), "backup", backup(restored.backup()), "notSet", restored.notSet());
    }

    static Map<String, @Nullable Object> session(DatabaseSession session) {
        return Json.object(
                "pid", session.pid(),
                "user", session.user(),
                "application", session.application(),
                "client", session.client(),
                "state", session.state(),
                "since", session.since(),
                "query", session.query(),
                "own", session.own());
    }

    static TextTable sessions(List<DatabaseSession> sessions) {
        TextTable table = new TextTable(">PID", "USER", "APPLICATION", "CLIENT", "STATE", "SINCE", "QUERY");
        for (DatabaseSession session : sessions) {
            table.row(
                    session.pid(),
                    session.user(),
                    session.own() ? TEXT.get("session.own") : session.application(),
                    session.client(),
                    session.state(),
                    session.since(),
                    session.query());
        }
        return table;
    }

    static Map<String, @Nullable Object> result(SqlResult result) {
        return result.hasRows()
                ? Json.object("columns", result.columns(), "rows", result.rows().stream().map(DatabaseFormatter::row).toList(), "more",
                        result.more())
                : Json.object("changed", result.count());
    }

    private static Map<String, @Nullable Object> row(Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<@Nullable String> display = row.display();
        for (int i = 0; i < display.size(); i++) {
            values.put(row.columns().get(i), display.get(i));
        }
        return values;
    }

    static TextTable rows(SqlResult result) {
        TextTable table = TextTable.of(result.columns());
        result.rows().forEach(row -> table.row(row.display().toArray()));
        return table;
    }
}
