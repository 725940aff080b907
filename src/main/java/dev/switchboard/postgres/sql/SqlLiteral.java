package dev.switchboard.postgres.sql;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats a parameter value as a SQL literal. */
final class SqlLiteral {
    /** The maximum number of array elements shown; the activity log does not keep more than it can show. */
    private static final int MOST_ELEMENTS = 1_000;

    private SqlLiteral() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Collection<?> many -> array(many);
            default -> quoted(value.toString());
        };
    }

    private static String array(Collection<?> many) {
        String shown = many.stream().limit(MOST_ELEMENTS).map(SqlLiteral::of).collect(Collectors.joining(", "));
        String rest = many.size() > MOST_ELEMENTS ? " /* and " + (many.size() - MOST_ELEMENTS) + " more */" : "";
        return "ARRAY[" + shown + rest + "]::text[]";
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
