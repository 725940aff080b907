package dev.switchboard.transfer;

import java.nio.file.Path;
import java.util.List;

/**
 * A finished export.
 *
 * @param resumed how many of the items had been read before it was resumed
 * @param attributes the names of all attributes, those of the key first
 */
public record ExportResult(Path file, long items, long bytes, long resumed, List<String> attributes, double consumedReadCapacity) {
    public ExportResult {
        attributes = List.copyOf(attributes);
    }
}
