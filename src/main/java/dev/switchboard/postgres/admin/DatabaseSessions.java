package dev.switchboard.postgres.admin;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.Intent;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists and ends the sessions on the database. */
public final class DatabaseSessions {
    private static final Messages TEXT = Messages.of(DatabaseSessions.class);
    private static final Sql LIST = Sql.file("sessions/list");
    private static final Sql END = Sql.file("sessions/end");
    private static final int LONGEST_QUERY = 120;
    private final Database database;

    public DatabaseSessions(Database database) {
        this.database = database;
    }

    /** Returns the sessions on this database, longest unchanged state first, including the current one. */
    public List<DatabaseSession> list() {
        return database.query(LIST, Map.of()).stream().map(DatabaseSessions::session).toList();
    }

    /**
     * Ends a session; its uncommitted changes are rolled back.
     *
     * @return false if no session has this process ID
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked
     */
    public boolean end(int pid) {
        Intent intent = Intent.event("db sessions", TEXT.get("journal.end", Integer.toString(pid)), TEXT.get("journal.end.undo"));
        List<Row> ended = database.changing(intent, List.of(), transaction -> transaction.query(END, Map.of("pid", pid)), rows -> "");
        if (ended.isEmpty()) {
            return false;
        }
        if (!ended.getFirst().flag("ended")) {
            throw new OperationFailedException(TEXT.get("sessions.not-ended", Integer.toString(pid)),
                    TEXT.get("sessions.not-ended.remedy"));
        }
        return true;
    }

    private static DatabaseSession session(Row row) {
        String statement = SecretMasker.sql(Objects.requireNonNullElse(row.string("query"), "")).strip();
        String query = statement.replaceAll("\\s+", " ");
        return new DatabaseSession(
                (int) row.number("pid"),
                Objects.requireNonNullElse(row.string("user"), ""),
                Objects.requireNonNullElse(row.string("application"), ""),
                row.string("client"),
                row.string("state"),
                row.instant("since"),
                query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY - 1) + "…",
                statement,
                row.flag("own"));
    }
}
