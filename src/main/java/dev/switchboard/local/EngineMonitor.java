package dev.switchboard.local;

import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Watches the engine processes of a home. An engine that another console has started again has not ended. */
record EngineMonitor(LocalFolder folder, EngineProcessManager processes) {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /**
     * Waits until one of the engines that are running now has ended.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if requested
     */
    EngineEnd awaitEnd(Progress progress) throws IOException {
        Map<Engine, EngineProcess> watched = new EnumMap<>(Engine.class);
        for (Engine engine : Engine.values()) {
            processes.peek(engine).ifPresent(running -> watched.put(engine, running));
        }
        while (true) {
            Poller.pause(INTERVAL, progress);
            for (Map.Entry<Engine, EngineProcess> one : watched.entrySet()) {
                Optional<EngineEnd> end = end(one.getKey(), one.getValue(), progress);
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
    }

    /** Whoever stops or starts an engine holds its lock, and removes its run file; an engine that ends by itself leaves it. */
    private Optional<EngineEnd> end(Engine engine, EngineProcess watched, Progress progress) throws IOException {
        if (processes.peek(engine).isPresent()) {
            return Optional.empty();
        }
        try (StartLock _ = StartLock.take(folder.lockFile(engine), progress)) {
            return processes.peek(engine).isPresent()
                    ? Optional.empty()
                    : Optional.of(new EngineEnd(watched.title(), Files.notExists(folder.runFile(engine)), folder.logFile(engine)));
        }
    }
}
