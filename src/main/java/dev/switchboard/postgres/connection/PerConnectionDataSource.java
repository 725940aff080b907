package dev.switchboard.postgres.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source of a URL. A connection pool gets no properties itself, because it would log them, including secrets. Each connection gets its password when it is opened, because a token is only valid for minutes.
 */
public final class PerConnectionDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private final transient PostgresUrl to;
    /** A connection that was opened before the pool asked for one. */
    private final transient AtomicReference<@Nullable Connection> first = new AtomicReference<>();

    public PerConnectionDataSource(PostgresUrl to) {
        this.to = to;
        setURL(to.toJdbc());
        // Values are shown as the server prints them, and in binary form the driver would print them.
        setBinaryTransfer(false);
        Properties properties = to.driverProperties();
        properties.remove("password");
        for (String name : properties.stringPropertyNames()) {
            try {
                setProperty(name, properties.getProperty(name));
            } catch (SQLException e) {
                throw PostgresFailureExplainer.failure(e, to);
            }
        }
    }

    /**
     * Opens the connection that {@link #getConnection} returns first. A pool waits a second or more before it reports that it cannot connect; this
     * reports it at once.
     */
    public void connect() throws SQLException {
        first.set(getConnection(to.user(), to.password()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection ready = first.getAndSet(null);
        return ready == null ? getConnection(to.user(), to.password()) : ready;
    }

    /** Ignores the timeout of the pool, which is for one attempt to get a connection; the URL has the one for a login. */
    @Override
    public void setLoginTimeout(int seconds) {}
}
