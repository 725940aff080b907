package dev.switchboard.postgres.sql;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A parameter's value as it would be typed in SQL. */
final class SqlLiteral {
    /** An array is shown up to here; the activity keeps no more than it can show. */
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
