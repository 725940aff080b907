package dev.switchboard.postgres.connection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source of the connection pool. Its URL can be replaced while the pool is open, because a password can be changed meanwhile. A login that
 * the server rejected is not tried again with the same URL: the pool would repeat it until its caller gives up, and servers lock accounts.
 */
public final class RenewableDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private static final int CLOSING_SECONDS = 5;
    private transient volatile Login login;

    /** A failure to connect, and when it happened, as in {@link System#nanoTime}. */
    private record ConnectFailure(Exception thrown, long nanos) {}

    /** A URL, and how it failed: whether the server rejected its login, and the newest failure. */
    private static final class Login {
        private final PostgresUrl url;
        private final PerConnectionDataSource source;
        private volatile @Nullable SQLException refused;
        private volatile @Nullable ConnectFailure failure;

        Login(PostgresUrl url) {
            this.url = url;
            source = new PerConnectionDataSource(url);
        }
    }

    public RenewableDataSource(PostgresUrl url) {
        login = new Login(url);
    }

    /** Uses another URL from the next connection on; returns whether it was another. */
    public boolean renew(PostgresUrl url) {
        if (login.url == url) {
            return false;
        }
        login = new Login(url);
        return true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Login present = login;
        try {
            @Nullable SQLException refused = present.refused;
            if (refused != null) {
                throw refused;
            }
            return present.source.getConnection();
        } catch (SQLException e) {
            present.refused = PostgresFailureExplainer.isLoginRefused(e) ? e : null;
            present.failure = new ConnectFailure(e, System.nanoTime());
            throw e;
        } catch (RuntimeException e) {
            // Of the password, which may be a token.
            present.failure = new ConnectFailure(e, System.nanoTime());
            throw e;
        }
    }

    /**
     * Throws the newest failure to connect with the present URL, if there is one since a time. The pool itself also reports those of a URL before it.
     *
     * @param nanos as in {@link System#nanoTime}
     */
    public void throwFailureSince(long nanos) throws SQLException {
        @Nullable ConnectFailure failure = login.failure;
        if (failure != null && failure.nanos() - nanos >= 0) {
            switch (failure.thrown()) {
                case SQLException sql -> throw sql;
                case RuntimeException runtime -> throw runtime;
                default -> throw new IllegalStateException(failure.thrown());
            }
        }
    }

    /** Ignored: the pool would set how long it lets its own caller wait. The URL has its own timeout. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** Returns how long the pool waits, when it closes, for a connection that is being opened. */
    @Override
    public int getLoginTimeout() {
        return CLOSING_SECONDS;
    }
}
