package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.postgres.admin.DatabaseSession;
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.postgres.dump.DatabaseRestoreResult;
import dev.switchboard.postgres.sql.RowJsonWriter;
import dev.switchboard.postgres.sql.SqlNotice;
import dev.switchboard.postgres.sql.SqlNotices;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
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
        if (!result.hasRows()) {
            return Json.object("changed", result.count());
        }
        RowJsonWriter writer = new RowJsonWriter(result.columns());
        List<Json.Raw> rows = result.rows().stream().map(row -> new Json.Raw(writer.write(row))).toList();
        return Json.object("columns", writer.names(), "rows", rows, "more", result.more());
    }

    /** Returns the messages of the server, one line for each. */
    static List<String> notices(SqlNotices notices) {
        List<String> lines = new ArrayList<>(notices.all().stream().map(SqlNotice::line).toList());
        if (notices.more()) {
            lines.add(TEXT.get("sql.notices-more", notices.all().size()));
        }
        return lines;
    }

    static TextTable rows(SqlResult result) {
        TextTable table = TextTable.of(result.columns());
        result.rows().forEach(row -> table.row(row.display().toArray()));
        return table;
    }
}
