package dev.switchboard.postgres.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source of a URL. A connection pool gets no properties itself, because it would log them, including secrets. Each connection gets its password when it is opened, because a token is only valid for minutes.
 */
public final class PerConnectionDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private final transient PostgresUrl to;

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

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(to.user(), to.password());
    }
}
