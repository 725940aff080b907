package dev.switchboard.local;

import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Manages the engine processes through their run files. A process that stops an engine first renames its run file, then checks the
 * leases, and restores the name if there is one. A process that starts an engine first writes a lease, then checks for the run
 * file. So one of the two always sees the other.
 */
final class EngineProcessManager {
    /** A process is killed ten seconds after it was asked to stop; if a stop takes longer than this, whatever performs it has died. */
    private static final Poller STOP = new Poller(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofSeconds(15));
    private static final int EXIT_TIMEOUT_SECONDS = 10;

    private final LocalFolder folder;
    private final Progress stop;

    EngineProcessManager(LocalFolder folder) {
        this(folder, Progress.NONE);
    }

    /** @param stop asked whether to continue a wait */
    EngineProcessManager(LocalFolder folder, Progress stop) {
        this.folder = folder;
        this.stop = stop;
    }

    /**
     * Returns the running engine process. Waits while another process is stopping it. Requires the engine's start lock and a lease.
     */
    Optional<EngineProcess> find(Engine engine) throws IOException {
        Path stopping = folder.stoppingFile(engine);
        while (true) {
            boolean decided = STOP.tryPoll(() -> Files.exists(stopping) ? Optional.empty() : Optional.of(true), stop).isPresent();
            if (!decided) { // the process that was stopping it died: complete the stop
                completeStop(engine);
            }
            Optional<EngineProcess> running = peek(engine);
            if (running.isPresent()) {
                return running;
            }
            if (Files.notExists(stopping)) {
                // Another process may have renamed its run file for a moment, and found that the engine is used.
                return peek(engine);
            }
        }
    }

    /** Returns the running engine process without waiting. */
    Optional<EngineProcess> peek(Engine engine) throws IOException {
        return EngineProcess.read(folder.runFile(engine)).filter(running -> running.runsIn(folder.root()));
    }

    /** Stops the engine even if other consoles use it. Requires its start lock. */
    void stop(Engine engine) throws IOException {
        Optional<EngineProcess> running = find(engine);
        if (running.isPresent()) {
            terminate(engine, running.get());
        }
        Files.deleteIfExists(folder.runFile(engine));
    }

    /** Stops the engine if no console claims it. */
    void stopUnlessClaimed(Engine engine) throws IOException {
        while (rename(folder.runFile(engine), folder.stoppingFile(engine))) {
            if (Lease.active(folder).isEmpty()) {
                completeStop(engine);
                return;
            }
            rename(folder.stoppingFile(engine), folder.runFile(engine));
            // The last lease may have been deleted while the run file was renamed, so that its watchdog did not find the run file.
            if (!Lease.active(folder).isEmpty()) {
                return;
            }
        }
    }

    private void completeStop(Engine engine) throws IOException {
        Optional<EngineProcess> running = EngineProcess.read(folder.stoppingFile(engine));
        if (running.isPresent()) {
            terminate(engine, running.get());
        }
        Files.deleteIfExists(folder.stoppingFile(engine));
    }

    private static boolean rename(Path from, Path to) throws IOException {
        try {
            PrivateFiles.rename(from, to);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (FileSystemException e) {
            if (Files.exists(from)) {
                throw e;
            }
            return false;
        }
    }

    /** Stops an engine process, gracefully if possible, and waits until it has ended. */
    void terminate(Engine engine, EngineProcess running) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(running.pid());
        if (process.isEmpty() || !running.runsIn(folder.root())) {
            return;
        }
        signal(engine, process.get());
        if (!hasExited(process.get())) {
            process.get().destroyForcibly();
            hasExited(process.get());
        }
    }

    private static void signal(Engine engine, ProcessHandle process) throws IOException {
        if (Host.current().windows()) {
            process.destroyForcibly();
            return;
        }
        // Java can send only SIGTERM and SIGKILL.
        List<String> kill = List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", engine.signal(), Long.toString(process.pid()));
        new ProcessBuilder(kill).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().onExit().join();
    }

    private static boolean hasExited(ProcessHandle process) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(EXIT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
