package dev.switchboard.ui.seeding;

import dev.switchboard.seeding.ConversationScript;
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
record Script(String name, @Nullable Path file, List<ScriptLine> lines) {
    Script {
        lines = List.copyOf(lines);
    }

    /** The one that comes with the program. Reads a resource; not for the JavaFX thread. */
    static Script bundled() {
        return new Script("conversation", null, ConversationScript.bundled());
    }

    /** A file's. */
    static Script of(Path file) {
        return new Script(String.valueOf(file.getFileName()), file, ConversationScript.read(file));
    }
}
