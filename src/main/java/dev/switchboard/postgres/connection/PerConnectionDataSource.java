package dev.switchboard.postgres.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections for the pool. The pool itself is given no properties, because it would write them, secrets among them, into a log;
 * and each connection gets its password when it is made, because a token is good for minutes only.
 */
public final class PerConnectionDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private final transient PostgresUrl to;

    public PerConnectionDataSource(PostgresUrl to) {
        this.to = to;
        setURL(to.toJdbc());
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
