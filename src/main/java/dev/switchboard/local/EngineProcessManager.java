package dev.switchboard.local;

import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The engines' processes, through their run files. Who stops an engine first takes its run file away by renaming it, then looks at
 * the leases, and puts it back if there is one; who starts first writes a lease, then looks for the run file. So one of
 * the two always sees the other.
 */
final class EngineProcessManager {
    /** An engine that is being stopped has ten seconds to end and is killed then; whoever stops it and takes longer has died. */
    private static final Poller LEAVING = new Poller(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofSeconds(15));
    private static final int ENDING_SECONDS = 10;

    private final LocalFolder folder;
    private final Progress stop;

    EngineProcessManager(LocalFolder folder) {
        this(folder, Progress.NONE);
    }

    /** @param stop asked whether to go on waiting */
    EngineProcessManager(LocalFolder folder, Progress stop) {
        this.folder = folder;
        this.stop = stop;
    }

    /** The engine's run file, with a living process; waits while somebody is stopping it. Needs the engine's start lock and a lease. */
    Optional<EngineProcess> find(Engine engine) throws IOException {
        var _ = LEAVING.tryPoll(() -> Files.exists(folder.leavingFile(engine)) ? Optional.empty() : Optional.of(true), stop);
        Optional<EngineProcess> left = EngineProcess.read(folder.leavingFile(engine));
        if (left.isPresent()) { // its stopper died: end its work
            end(engine, left.get());
            Files.deleteIfExists(folder.leavingFile(engine));
        }
        return peek(engine);
    }

    /** The engine's run file, with a living process that is the engine, as it is at this moment. */
    Optional<EngineProcess> peek(Engine engine) throws IOException {
        return EngineProcess.read(folder.runFile(engine)).filter(running -> running.runsIn(folder.root()));
    }

    /** Stops the engine, whoever uses it. Needs its start lock. */
    void stop(Engine engine) throws IOException {
        Optional<EngineProcess> running = find(engine);
        if (running.isPresent()) {
            end(engine, running.get());
        }
        Files.deleteIfExists(folder.runFile(engine));
    }

    /** Stops the engine if nobody claims it. */
    void stopUnlessClaimed(Engine engine) throws IOException {
        while (rename(folder.runFile(engine), folder.leavingFile(engine))) {
            if (Lease.living(folder).isEmpty()) {
                endLeaving(engine);
                return;
            }
            rename(folder.leavingFile(engine), folder.runFile(engine));
            // The last claim may have been given up while the run file was away, so that its guardian did not find it.
            if (!Lease.living(folder).isEmpty()) {
                return;
            }
        }
    }

    private void endLeaving(Engine engine) throws IOException {
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

    /** Ends an engine's process, in good order if it can be, and waits until it is gone. */
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
        // Java knows SIGTERM and SIGKILL only.
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
}
