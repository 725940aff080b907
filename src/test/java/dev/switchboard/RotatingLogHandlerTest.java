package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the log. */
class RotatingLogHandlerTest {
    @TempDir
    private Path folder;

    private static void log(RotatingLogHandler handler, String text) {
        handler.publish(new LogRecord(Level.INFO, text));
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void theNewestFilesAreKept() throws Exception {
        RotatingLogHandler handler = new RotatingLogHandler(folder, 1000, 3);
        for (int i = 0; i < 60; i++) {
            log(handler, "record " + i + " " + "x".repeat(200));
        }
        handler.close();

        assertThat(file("switchboard-0-0.log")).contains("record 59 ").doesNotContain("record 5 ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".log")))
                    .containsExactlyInAnyOrder("switchboard-0-0.log", "switchboard-0-1.log", "switchboard-0-2.log");
        }
        assertThat(Files.size(folder.resolve("switchboard-0-2.log"))).isLessThanOrEqualTo(1000);
    }

    @Test
    void eachProcessHasItsOwnFilesAndTheNextContinues() throws Exception {
        RotatingLogHandler first = new RotatingLogHandler(folder, 1000, 3);
        RotatingLogHandler second = new RotatingLogHandler(folder, 1000, 3);
        log(first, "of the first");
        log(second, "of the second");
        first.close();
        RotatingLogHandler third = new RotatingLogHandler(folder, 1000, 3);
        log(third, "of the third");
        second.close();
        third.close();

        assertThat(file("switchboard-0-0.log")).contains("of the first", "of the third").doesNotContain("of the second");
        assertThat(file("switchboard-1-0.log")).contains("of the second");
    }

    @Test
    void aRecordCannotControlTheTerminalThatShowsTheLog() throws Exception {
        RotatingLogHandler handler = new RotatingLogHandler(folder, 1000, 3);
        log(handler, "a\u001B[2J\u202Eb\nnext line");
        handler.close();

        assertThat(file("switchboard-0-0.log")).contains("a\uFFFD[2J\uFFFDb\nnext line");
    }
}
