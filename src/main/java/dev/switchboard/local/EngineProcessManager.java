package dev.switchboard.local;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration LEAVING = Duration.ofSeconds(15);
    private static final int ENDING_SECONDS = 10;
    private static final int POLL_MILLIS = 50;

    private final LocalFolder folder;

    EngineProcessManager(LocalFolder folder) {
        this.folder = folder;
    }

    /**
     * Returns the running engine process. Waits while another process is stopping it. Requires the engine's start lock and a lease.
     */
    Optional<EngineProcess> find(Engine engine) throws IOException {
        Instant end = Instant.now().plus(LEAVING);
        while (Files.exists(folder.leavingFile(engine)) && Instant.now().isBefore(end)) {
            pause();
        }
        Optional<EngineProcess> left = EngineProcess.read(folder.leavingFile(engine));
        if (left.isPresent()) { // the process that was stopping it died: complete the stop
            end(engine, left.get());
            Files.deleteIfExists(folder.leavingFile(engine));
        }
        return peek(engine);
    }

    /** Returns the running engine process without waiting. */
    Optional<EngineProcess> peek(Engine engine) throws IOException {
        return EngineProcess.read(folder.runFile(engine)).filter(running -> running.runsIn(folder.root()));
    }

    /** Stops the engine even if other consoles use it. Requires its start lock. */
    void stop(Engine engine) throws IOException {
        Optional<EngineProcess> running = find(engine);
        if (running.isPresent()) {
            end(engine, running.get());
        }
        Files.deleteIfExists(folder.runFile(engine));
    }

    /** Stops the engine if no console claims it. */
    void stopUnlessClaimed(Engine engine) throws IOException {
        if (!rename(folder.runFile(engine), folder.leavingFile(engine))) {
            return;
        }
        if (!Lease.living(folder).isEmpty()) {
            rename(folder.leavingFile(engine), folder.runFile(engine));
            return;
        }
        Optional<EngineProcess> running = EngineProcess.read(folder.leavingFile(engine));
        if (running.isPresent()) {
            end(engine, running.get());
        }
        Files.deleteIfExists(folder.leavingFile(engine));
    }

    private static boolean rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
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
    void end(Engine engine, EngineProcess running) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(running.pid());
        if (process.isEmpty() || !running.runsIn(folder.root())) {
            return;
        }
        signal(engine, process.get());
        if (!gone(process.get())) {
            process.get().destroyForcibly();
            gone(process.get());
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

    private static boolean gone(ProcessHandle process) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(ENDING_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
