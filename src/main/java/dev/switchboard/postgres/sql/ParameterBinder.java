package dev.switchboard.postgres.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement. A collection becomes a text array. */
final class ParameterBinder {
    private ParameterBinder() {}

    static void bind(
            Connection connection, PreparedStatement statement, List<String> names, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for :" + name);
            }
            bind(connection, statement, i + 1, values.get(name));
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Collection<?> many -> statement.setArray(index, connection.createArrayOf("text", texts(many)));
            default -> statement.setObject(index, value);
        }
    }

    private static @Nullable Object[] texts(Collection<?> many) {
        return many.stream().map(one -> one == null ? null : one.toString()).toArray();
    }
}
