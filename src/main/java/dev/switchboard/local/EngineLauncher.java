package dev.switchboard.local;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Starts an engine's process and waits until it answers. */
final class EngineLauncher {
    private static final Duration POLL = Duration.ofMillis(15);
    private static final int ENDING_SECONDS = 5;

    private final LocalFolder folder;
    private final Host host;
    private final Progress stop;

    /** @param stop asked whether to go on starting */
    EngineLauncher(LocalFolder folder, Host host, Progress stop) {
        this.folder = folder;
        this.host = host;
        this.stop = stop;
    }

    /**
     * Starts an engine; its output replaces that of the last run in its log file.
     *
     * @param ready asked again and again until it says yes
     * @return true once it answers, false where it ended or stayed silent for too long; then nothing of it runs
     * @throws OperationCancelledException where it is to stop; nothing of it runs then either
     */
    boolean start(Engine engine, int port, String title, List<String> command, BooleanSupplier ready, Duration patience)
            throws IOException {
        Files.createDirectories(folder.logs());
        Path runFile = folder.runFile(engine);
        EngineProcess running = new EngineProcess(0, engine.signal(), port, title);
        ProcessBuilder builder = ChildEnvironment.withoutSecrets(
                new ProcessBuilder(host.windows() ? command : LaunchCommands.engine(running, runFile, command)));
        builder.environment().put("LC_ALL", "C.UTF-8"); // its words in English, and any letter in a path
        builder.directory(folder.root().toFile());
        builder.redirectErrorStream(true).redirectOutput(folder.logFile(engine).toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        if (host.windows()) {
            new EngineProcess(process.pid(), engine.signal(), port, title).write(runFile);
        }
        boolean answers = false;
        try {
            answers = new Poller(POLL, POLL, patience).tryPoll(() -> state(process, ready), stop).orElse(false);
        } finally {
            if (!answers) {
                end(process);
                Files.deleteIfExists(runFile);
            }
        }
        return answers;
    }

    /** Whether it answers, or has ended; empty while it is starting. */
    private static Optional<Boolean> state(Process process, BooleanSupplier ready) {
        if (!process.isAlive()) {
            return Optional.of(false);
        }
        return ready.getAsBoolean() ? Optional.of(process.isAlive()) : Optional.empty();
    }

    private static void end(Process process) {
        process.destroy();
        // Not interruptible, because after a cancel the process still has to go.
        boolean ended = process.onExit().thenApply(gone -> true).completeOnTimeout(false, ENDING_SECONDS, TimeUnit.SECONDS).join();
        if (!ended) {
            process.destroyForcibly();
        }
    }
}
