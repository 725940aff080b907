package dev.switchboard.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Starts an engine's process and waits until it answers. */
final class EngineLauncher {
    private static final int POLL_MILLIS = 15;

    private final LocalFolder folder;
    private final Host host;

    EngineLauncher(LocalFolder folder, Host host) {
        this.folder = folder;
        this.host = host;
    }

    /**
     * Starts an engine; its output replaces that of the last run in its log file.
     *
     * @param ready asked again and again until it says yes
     * @return true once it answers, false where it ended or stayed silent for too long; then nothing of it runs
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
        if (answers(process, ready, patience)) {
            return true;
        }
        process.destroyForcibly();
        Files.deleteIfExists(runFile);
        return false;
    }

    private static boolean answers(Process process, BooleanSupplier ready, Duration patience) {
        Instant end = Instant.now().plus(patience);
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
