package dev.switchboard.local;

import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Watches the engine processes of a home. An engine that another console has started again has not ended. */
record EngineMonitor(LocalFolder folder, EngineProcessManager processes) {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /**
     * Waits until one of the engines that were started has ended; it may have ended before this call.
     *
     * @param watched the started engines and their names
     * @throws dev.switchboard.failure.OperationCancelledException if requested
     */
    EngineEnd awaitEnd(Map<Engine, String> watched, Progress progress) throws IOException {
        while (true) {
            for (Map.Entry<Engine, String> one : watched.entrySet()) {
                Optional<EngineEnd> end = end(one.getKey(), one.getValue(), progress);
                if (end.isPresent()) {
                    return end.get();
                }
            }
            Poller.pause(INTERVAL, progress);
        }
    }

    /**
     * Whoever stops or starts an engine removes its run file; an engine that ends by itself leaves it. The end of any other console also
     * removes it for a moment, until it finds that the engine is used: that is waited for.
     */
    private Optional<EngineEnd> end(Engine engine, String title, Progress progress) throws IOException {
        if (processes.peek(engine).isPresent()) {
            return Optional.empty();
        }
        try (StartLock _ = StartLock.take(folder.lockFile(engine), progress)) {
            return processes.find(engine).isPresent()
                    ? Optional.empty()
                    : Optional.of(new EngineEnd(title, Files.notExists(folder.runFile(engine)), folder.logFile(engine)));
        }
    }
}
