package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A table that is gone.
 *
 * @param backup the file that brings it back, null where none was wanted
 */
public record TableDeleteResult(String name, @Nullable Path backup) {}
