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

    /** A URL, and how the server rejected its login; null if it did not. */
    private static final class Login {
        private final PostgresUrl url;
        private final PerConnectionDataSource source;
        private volatile @Nullable SQLException refused;

        Login(PostgresUrl url) {
            this.url = url;
            source = new PerConnectionDataSource(url);
        }
    }

    public RenewableDataSource(PostgresUrl url) {
        login = new Login(url);
    }

    /** Opens the first connection before the pool asks for one, so that a server that refuses is reported at once. */
    public void connect() throws SQLException {
        login.source.connect();
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
        @Nullable SQLException refused = present.refused;
        if (refused != null) {
            throw refused;
        }
        try {
            return present.source.getConnection();
        } catch (SQLException e) {
            if (PostgresFailureExplainer.isLoginRefused(e)) {
                present.refused = e;
            }
            throw e;
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
