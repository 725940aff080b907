package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which of the things that happen to an engine count as its end. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class EngineMonitorTest {
    private static final Map<Engine, String> WATCHED = Map.of(Engine.DYNAMODB, "an engine");

    @TempDir
    private Path root;

    private LocalFolder folder;
    private Process engine;

    @BeforeEach
    void start() throws IOException {
        folder = new LocalFolder(root.resolve("local"), root.resolve("logs"));
        Files.createDirectories(folder.run());
        // Its command line names the folder, as that of an engine does.
        engine = new ProcessBuilder("sh", "-c", "read -r line", folder.root().toString()).start();
        new EngineProcess(engine.pid(), "TERM", 1, "an engine", "127.0.0.1").write(folder.runFile(Engine.DYNAMODB));
    }

    @AfterEach
    void end() {
        engine.destroyForcibly();
    }

    /** Does something at the first questions, and cancels after more of them. */
    private static Progress at(int question, Runnable what, int last) {
        AtomicInteger asked = new AtomicInteger();
        return new Progress() {
            @Override
            public void step(String text) {}

            @Override
            public void advance(long done, long total) {}

            @Override
            public boolean isCancelled() {
                int now = asked.incrementAndGet();
                if (now == question) {
                    what.run();
                }
                return now >= last;
            }
        };
    }

    private void rename(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theEndOfAnotherConsoleThatFindsTheEngineInUseIsNoEnd() {
        Path run = folder.runFile(Engine.DYNAMODB);
        rename(run, folder.stoppingFile(Engine.DYNAMODB));
        EngineProcessManager processes =
                new EngineProcessManager(folder, at(3, () -> rename(folder.stoppingFile(Engine.DYNAMODB), run), Integer.MAX_VALUE));
        Progress progress = at(0, () -> {}, 12);
        assertThatThrownBy(() -> new EngineMonitor(folder, processes).awaitEnd(WATCHED, progress))
                .isInstanceOf(OperationCancelledException.class);
        assertThat(engine.isAlive()).isTrue();
        assertThat(run).exists();
    }

    @Test
    void anEngineThatEndedByItselfOrWasStoppedIsAnEnd() throws Exception {
        engine.destroyForcibly().waitFor();
        EngineMonitor monitor = new EngineMonitor(folder, new EngineProcessManager(folder));
        assertThat(monitor.awaitEnd(WATCHED, Progress.NONE).requested()).isFalse();
        Files.delete(folder.runFile(Engine.DYNAMODB));
        assertThat(monitor.awaitEnd(WATCHED, Progress.NONE).requested()).isTrue();
    }
}
