package dev.switchboard.postgres.sql;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.postgresql.core.Oid;

/** What the values of a column are, as far as it matters to programs that read them. */
public enum ColumnKind {
    /** Integers, decimals and floating-point numbers, with {@code NaN} and {@code Infinity}. */
    NUMBER,
    BOOLEAN,
    /** Timestamps with time zone, with {@code infinity}. */
    TIMESTAMP,
    /** Dates and timestamps without time zone, with {@code infinity}. */
    LOCAL_TIME,
    /** Everything else, as text. */
    TEXT;

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** Returns the kind of a type; the driver reports a domain as the type that it is based on. */
    static ColumnKind of(int oid) {
        return switch (oid) {
            case Oid.INT2, Oid.INT4, Oid.INT8, Oid.NUMERIC, Oid.FLOAT4, Oid.FLOAT8 -> NUMBER;
            case Oid.BOOL -> BOOLEAN;
            case Oid.TIMESTAMPTZ -> TIMESTAMP;
            case Oid.TIMESTAMP, Oid.DATE -> LOCAL_TIME;
            default -> TEXT;
        };
    }

    /** Returns a value that the server sent as a cast to text prints it; only Booleans differ. */
    String text(String sent) {
        return this == BOOLEAN ? sent.equals("t") ? "true" : "false" : sent;
    }

    /** Returns whether a value, as text, can be a number in JSON; {@code NaN} and {@code Infinity} cannot. */
    boolean isJsonNumber(String text) {
        return this == NUMBER && JSON_NUMBER.matcher(text).matches();
    }

    /** Returns an integer, without the fraction; 0 if the value is not a finite number. */
    long toLong(String text) {
        return isJsonNumber(text) ? new BigDecimal(text).longValue() : 0;
    }
}
