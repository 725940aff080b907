package dev.switchboard.testing;

import dev.switchboard.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A journal of one's own, below the build's folder. */
public final class TestJournal {
    private TestJournal() {}

    public static Journal dev() {
        try {
            Path folders = Files.createDirectories(Path.of(System.getProperty("switchboard.build", "target"), "test-journals"));
            return new Journal(Files.createTempDirectory(folders, "j"), "dev", InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
