package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Held while an engine is found, started or stopped, so that two consoles of one home never start the same engine. The operating
 * system releases it if its holder dies.
 */
final class StartLock implements AutoCloseable {
    /** PostgreSQL is tried up to five times for ninety seconds each; a holder that takes longer than this does not respond. */
    private static final Poller WAIT = new Poller(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMinutes(10));
    private static final Messages TEXT = Messages.of(StartLock.class);
    // A file lock belongs to a process, so the threads of one process need a lock of their own.
    private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock own;
    private final FileChannel channel;

    private StartLock(ReentrantLock own, FileChannel channel) {
        this.own = own;
        this.channel = channel;
    }

    /** Waits until the lock is acquired. */
    static StartLock take(Path file) throws IOException {
        return take(file, Progress.NONE);
    }

    /**
     * Waits until the lock is acquired.
     *
     * @param stop asked whether to continue the wait
     * @throws OperationFailedException if it is held for longer than any start takes
     */
    static StartLock take(Path file, Progress stop) throws IOException {
        ReentrantLock own = OF_THIS_PROCESS.computeIfAbsent(file, f -> new ReentrantLock());
        WAIT.poll(() -> own.tryLock() ? Optional.of(own) : Optional.empty(), stop, StartLock::busy);
        @Nullable StartLock taken = null;
        try {
            FileChannel channel = PrivateFiles.open(file, StandardOpenOption.WRITE);
            try {
                WAIT.poll(() -> lock(channel), stop, StartLock::busy);
                taken = new StartLock(own, channel);
                return taken;
            } finally {
                if (taken == null) {
                    channel.close();
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (taken == null) {
                own.unlock();
            }
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OperationFailedException busy() {
        return new OperationFailedException(TEXT.get("engines.busy", WAIT.bound().toMinutes()), TEXT.get("engines.busy.remedy"));
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            own.unlock();
        }
    }
}
