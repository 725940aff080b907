package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the names of files that a person types. */
final class FilePaths {
    private static final Messages TEXT = Messages.of(FilePaths.class);

    private FilePaths() {}

    /** Why a text is not the full path of a file; empty if it is. */
    static String problem(String text) {
        try {
            Path path = Path.of(text.strip());
            return path.isAbsolute() && path.getFileName() != null ? "" : TEXT.get("file.relative");
        } catch (InvalidPathException e) {
            return TEXT.get("file.invalid");
        }
    }

    /** The path of a text without a {@link #problem}. */
    static Path of(String text) {
        return Path.of(text.strip());
    }
}
