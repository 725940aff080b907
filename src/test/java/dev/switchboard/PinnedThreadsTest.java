package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.JavaProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, because Java reads the number of carriers once. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PinnedThreadsTest {
    @TempDir
    private Path folder;

    @Test
    void virtualThreadsThatWaitWhileTheyLoadClassesStopNoOther() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(JavaProcess.java(List.of(), "dev.switchboard.PinnedThreadsProgram")).redirectErrorStream(true);
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        Process process = builder.start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }
}
