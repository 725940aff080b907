package dev.switchboard.postgres.sql;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives rows, one after the other, as {@code COPY … FROM STDIN} reads them. */
@FunctionalInterface
public interface CopyRowSource {
    /** The next row with its line's end, or null after the last. */
    byte @Nullable [] next() throws IOException;
}
