package dev.switchboard.postgres.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A statement with {@code :name} parameters.
 *
 * @param name the name in the activity log; for a file, its path under {@code db/sql}
 * @param text the statement
 */
public record Sql(String name, String text) {
    /**
     * Reads the statement in the file {@code db/sql/<name>.sql}.
     *
     * @throws IllegalArgumentException if the file does not exist, which is a bug
     */
    public static Sql file(String name) {
        return new Sql(name, resource("sql/" + name + ".sql"));
    }

    /** Reads a file under {@code db}. */
    public static String resource(String path) {
        try (InputStream in = Sql.class.getResourceAsStream("/db/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("missing file db/" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
