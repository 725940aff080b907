package dev.switchboard.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Starts an engine process and waits until it responds. */
final class EngineLauncher {
    private static final int POLL_MILLIS = 15;

    private final LocalFolder folder;
    private final Host host;

    EngineLauncher(LocalFolder folder, Host host) {
        this.folder = folder;
        this.host = host;
    }

    /**
     * Starts an engine. Its output replaces the log of its previous run.
     *
     * @param ready polled until it returns true
     * @return true if it responds, false if it ended or did not respond in time; its process has ended then
     */
    boolean start(Engine engine, int port, String title, List<String> command, BooleanSupplier ready, Duration timeout)
            throws IOException {
        Files.createDirectories(folder.logs());
        Path runFile = folder.runFile(engine);
        EngineProcess running = new EngineProcess(0, engine.signal(), port, title);
        ProcessBuilder builder = ChildEnvironment.withoutSecrets(
                new ProcessBuilder(host.windows() ? command : LaunchCommands.engine(running, runFile, command)));
        builder.environment().put("LC_ALL", "C.UTF-8"); // messages in English, and paths with any character
        builder.directory(folder.root().toFile());
        builder.redirectErrorStream(true).redirectOutput(folder.logFile(engine).toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        if (host.windows()) {
            new EngineProcess(process.pid(), engine.signal(), port, title).write(runFile);
        }
        if (awaitReady(process, ready, timeout)) {
            return true;
        }
        process.destroyForcibly();
        Files.deleteIfExists(runFile);
        return false;
    }

    private static boolean awaitReady(Process process, BooleanSupplier ready, Duration timeout) {
        Instant end = Instant.now().plus(timeout);
        try {
            while (Instant.now().isBefore(end)) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (ready.getAsBoolean()) {
                    return process.isAlive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
