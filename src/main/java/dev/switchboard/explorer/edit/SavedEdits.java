package dev.switchboard.explorer.edit;

import dev.switchboard.dynamodb.edit.ItemEdit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Staged edits that another session left in a file.
 *
 * @param at when they were saved
 */
public record SavedEdits(Path file, Instant at, List<ItemEdit> edits) {
    public SavedEdits {
        edits = List.copyOf(edits);
    }
}
