package dev.switchboard.postgres.sql;

import org.jspecify.annotations.Nullable;

/**
 * A message of the server that is not an error, as of {@code RAISE NOTICE}.
 *
 * @param severity such as {@code NOTICE} or {@code WARNING}
 * @param detail more about it; null if there is none
 * @param hint what to do about it; null if there is none
 */
public record SqlNotice(String severity, String message, @Nullable String detail, @Nullable String hint) {
    /** Returns the notice on one line, as psql begins it. */
    public String line() {
        StringBuilder line = new StringBuilder(severity).append(": ").append(message);
        for (@Nullable String part : new @Nullable String[] {detail, hint}) {
            if (part != null) {
                line.append(' ').append(part);
            }
        }
        return line.toString();
    }
}
