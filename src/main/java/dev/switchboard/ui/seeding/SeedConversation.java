package dev.switchboard.ui.seeding;

import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.seeding.ScriptLine;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to seed.
 *
 * @param name distinguishes it from other conversations of the same users
 * @param file the source file, or null for the built-in conversation
 */
record SeedConversation(String name, @Nullable Path file, List<ScriptLine> lines) {
    SeedConversation {
        lines = List.copyOf(lines);
    }

    /** Reads the built-in conversation. Not on the JavaFX thread. */
    static SeedConversation bundled() {
        return new SeedConversation("conversation", null, ConversationFileReader.bundled());
    }

    /** Reads a conversation from a file. */
    static SeedConversation of(Path file) {
        return new SeedConversation(String.valueOf(file.getFileName()), file, ConversationFileReader.read(file));
    }
}
