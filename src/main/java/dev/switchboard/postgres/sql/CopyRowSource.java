package dev.switchboard.postgres.sql;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Supplies rows in the format of {@code COPY … FROM STDIN}. */
@FunctionalInterface
public interface CopyRowSource {
    /** Returns the next row with its line feed, or null after the last. */
    byte @Nullable [] next() throws IOException;
}
