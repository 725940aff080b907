package dev.switchboard.postgres.sql;

import dev.switchboard.text.SecretMasker;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * Reads the notices of a statement. The driver keeps all of them in memory while the statement runs, and a loop can raise millions, so those after
 * the first are discarded meanwhile.
 */
final class NoticeReader implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;
    private final Statement statement;
    private final String sql;
    private final Thread watcher;
    private List<SqlNotice> kept = List.of();
    private boolean discarded;

    /** @param sql the statement, whose secrets the server may repeat */
    NoticeReader(Statement statement, String sql) {
        this.statement = statement;
        this.sql = sql;
        watcher = Thread.ofVirtual().name("notices").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                discardIfTooMany();
            }
        } catch (InterruptedException | SQLException e) {
            // The statement ended or was closed.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void discardIfTooMany() throws SQLException {
        if (!discarded && isMoreThanKept()) {
            kept = present();
            discarded = true;
        }
        if (discarded) {
            statement.clearWarnings();
        }
    }

    /** Returns the notices until now. Called after the statement, also if it failed. */
    synchronized SqlNotices read() throws SQLException {
        return discarded ? new SqlNotices(kept, true) : new SqlNotices(present(), isMoreThanKept());
    }

    private boolean isMoreThanKept() throws SQLException {
        int count = 0;
        for (@Nullable SQLWarning one = statement.getWarnings(); one != null && count <= SqlNotices.MOST; one = one.getNextWarning()) {
            count++;
        }
        return count > SqlNotices.MOST;
    }

    private List<SqlNotice> present() throws SQLException {
        List<SqlNotice> present = new ArrayList<>();
        for (@Nullable SQLWarning one = statement.getWarnings(); one != null && present.size() < SqlNotices.MOST;
                one = one.getNextWarning()) {
            present.add(notice(one));
        }
        return present;
    }

    private SqlNotice notice(SQLWarning warning) {
        @Nullable ServerErrorMessage server = warning instanceof PSQLWarning sent ? sent.getServerErrorMessage() : null;
        if (server == null) {
            return new SqlNotice("NOTICE", masked(String.valueOf(warning.getMessage())), null, null);
        }
        @Nullable String detail = server.getDetail();
        @Nullable String hint = server.getHint();
        return new SqlNotice(
                Objects.requireNonNullElse(server.getSeverity(), "NOTICE"),
                masked(String.valueOf(server.getMessage())),
                detail == null ? null : masked(detail),
                hint == null ? null : masked(hint));
    }

    private String masked(String message) {
        return SecretMasker.message(sql, message);
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
