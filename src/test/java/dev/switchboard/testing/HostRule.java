package dev.switchboard.testing;

import dev.switchboard.local.PostgresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A line of the test server's {@code pg_hba.conf} for one user, before all others: the server then asks that one for no password. */
public final class HostRule {
    private HostRule() {}

    public static synchronized void trust(PostgresEngine server, String user) throws SQLException, IOException {
        try (Connection connection = TestEngines.connect(server, "postgres"); Statement statement = connection.createStatement()) {
            Path file = Path.of(one(statement, "SHOW hba_file"));
            Files.writeString(file, "host all " + user + " 127.0.0.1/32 trust\n" + Files.readString(file));
            String loaded = "SELECT pg_conf_load_time()";
            String before = one(statement, loaded);
            one(statement, "SELECT pg_reload_conf()");
            while (one(statement, loaded).equals(before)) {
                Thread.onSpinWait();
            }
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
