package dev.switchboard.local;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Starts an engine process and waits until it responds. */
final class EngineLauncher {
    private static final Duration POLL = Duration.ofMillis(15);
    private static final int EXIT_TIMEOUT_SECONDS = 5;

    private final LocalFolder folder;
    private final Host host;
    private final Progress stop;

    /** @param stop asked whether to continue a start */
    EngineLauncher(LocalFolder folder, Host host, Progress stop) {
        this.folder = folder;
        this.host = host;
        this.stop = stop;
    }

    /**
     * Starts an engine. Its output replaces the log of its previous run.
     *
     * @param address where it will listen
     * @param ready polled until it returns true
     * @return true if it responds, false if it ended or did not respond in time; its process has ended then
     * @throws OperationCancelledException if it is asked to stop; its process has ended then too
     */
    boolean start(
            Engine engine, InetSocketAddress address, String title, List<String> command, BooleanSupplier ready, Duration timeout)
            throws IOException {
        PrivateFiles.createDirectories(folder.logs());
        PrivateFiles.empty(folder.logFile(engine));
        Path runFile = folder.runFile(engine);
        EngineProcess running = new EngineProcess(0, engine.signal(), address.getPort(), title, address.getAddress().getHostAddress());
        ProcessBuilder builder = ChildEnvironment.withoutSecrets(
                new ProcessBuilder(host.windows() ? command : LaunchCommands.engine(running, runFile, command)));
        builder.environment().put("LC_ALL", "C.UTF-8"); // messages in English, and paths with any character
        builder.directory(folder.root().toFile());
        builder.redirectErrorStream(true).redirectOutput(folder.logFile(engine).toFile());
        stop.stopIfCancelled();
        Process process = builder.start();
        process.getOutputStream().close();
        if (host.windows()) {
            new EngineProcess(process.pid(), running.signal(), running.port(), title, running.host()).write(runFile);
        }
        boolean responds = false;
        try {
            responds = new Poller(POLL, POLL, timeout).tryPoll(() -> state(process, ready), stop).orElse(false);
        } finally {
            if (!responds) {
                end(process);
                Files.deleteIfExists(EngineProcess.incomplete(runFile)); // it may have ended while it wrote its run file
                Files.deleteIfExists(runFile);
            }
        }
        return responds;
    }

    /** Whether the engine responds, false once its process has ended; empty while it is starting. */
    private static Optional<Boolean> state(Process process, BooleanSupplier ready) {
        if (!process.isAlive()) {
            return Optional.of(false);
        }
        return ready.getAsBoolean() ? Optional.of(process.isAlive()) : Optional.empty();
    }

    private static void end(Process process) {
        process.destroy();
        // Not interruptible: the process must also end after a cancel.
        boolean ended = process.onExit().thenApply(gone -> true).completeOnTimeout(false, EXIT_TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        if (!ended) {
            process.destroyForcibly();
        }
    }
}
