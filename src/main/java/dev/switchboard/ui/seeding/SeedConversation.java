package dev.switchboard.ui.seeding;

import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.seeding.ScriptLine;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to be seeded.
 *
 * @param name tells it from others of the same two users
 * @param file where it was read, null for the one that comes with the program
 */
record SeedConversation(String name, @Nullable Path file, List<ScriptLine> lines) {
    SeedConversation {
        lines = List.copyOf(lines);
    }

    /** The one that comes with the program. Reads a resource; not for the JavaFX thread. */
    static SeedConversation bundled() {
        return new SeedConversation("conversation", null, ConversationFileReader.bundled());
    }

    /** A file's. */
    static SeedConversation of(Path file) {
        return new SeedConversation(String.valueOf(file.getFileName()), file, ConversationFileReader.read(file));
    }
}
