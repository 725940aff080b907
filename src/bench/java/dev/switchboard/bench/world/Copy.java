package dev.switchboard.bench.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The floor for SQL: COPY, and the statements that belong to it. */
public final class Copy {
    private Copy() {}

    /** Reads all users with COPY; returns their number. */
    public static long readUsers(Connection connection) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                "COPY (SELECT uuid, display_name, handle, email, cognito_user_id, created_at FROM public.users ORDER BY handle, uuid) TO STDOUT",
                OutputStream.nullOutputStream());
    }

    /** Gives all users the placeholder for a Cognito ID again, and leaves no dead rows for the next contestant. */
    public static void forgetIds(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE public.users SET cognito_user_id = 'MOCK'");
            statement.execute("VACUUM ANALYZE public.users");
            statement.execute("CHECKPOINT");
        }
    }

    /** Writes the Cognito IDs of the first people with COPY into a temporary table and one UPDATE; returns the number of users. */
    public static long writeIds(Connection connection, int users) throws SQLException, IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < users; i++) {
            rows.append("person").append(i).append('\t').append(BenchPool.sub(i)).append('\n');
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE pool (handle text, sub text) ON COMMIT DROP");
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("COPY pool FROM STDIN", new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
            long updated = statement.executeLargeUpdate(
                    "UPDATE public.users SET cognito_user_id = pool.sub FROM pool WHERE users.handle = pool.handle");
            connection.commit();
            return updated;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Writes the Cognito IDs of the first people with a commit for each, as the scripts of the web application do. */
    public static void writeOneByOne(Connection connection, int users) throws SQLException {
        for (int i = 0; i < users; i++) {
            try (PreparedStatement update = connection.prepareStatement("UPDATE public.users SET cognito_user_id = ? WHERE handle = ?")) {
                update.setString(1, BenchPool.sub(i));
                update.setString(2, "person" + i);
                update.executeUpdate();
            }
        }
    }
}
