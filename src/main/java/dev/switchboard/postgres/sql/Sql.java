package dev.switchboard.postgres.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One statement with {@code :name} parameters.
 *
 * @param name what it returns or does, as in the activity; that of its file under {@code db/sql}
 * @param text the statement
 */
public record Sql(String name, String text) {
    /**
     * The statement of the file {@code db/sql/<name>.sql}.
     *
     * @throws IllegalArgumentException where there is no such file, which is a bug
     */
    public static Sql file(String name) {
        return new Sql(name, resource("sql/" + name + ".sql"));
    }

    /** The text of a file under {@code db}. */
    public static String resource(String path) {
        try (InputStream in = Sql.class.getResourceAsStream("/db/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no file db/" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
