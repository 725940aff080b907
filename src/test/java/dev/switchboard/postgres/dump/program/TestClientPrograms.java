package dev.switchboard.postgres.dump.program;

import java.nio.file.Path;
import java.util.Map;

/** Finders of client programs that do not depend on what the computer has. */
public final class TestClientPrograms {
    private TestClientPrograms() {}

    /** Finds nothing. */
    public static ClientProgramFinder none() {
        return new ClientProgramFinder(null, new ClientProgramFolders(Path.of("/nonexistent"), "linux", Map.of()));
    }

    /** Finds what is installed here. */
    public static ClientProgramFinder installed() {
        String named = System.getenv("SWITCHBOARD_POSTGRES_PROGRAMS");
        return ClientProgramFinder.ofProcess(named == null || named.isBlank() ? null : named);
    }
}
