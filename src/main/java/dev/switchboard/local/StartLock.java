package dev.switchboard.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held while an engine is found, started or stopped, so that two consoles of one home never start the same engine. The operating
 * system releases it if its holder dies.
 */
final class StartLock implements AutoCloseable {
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
        ReentrantLock own = OF_THIS_PROCESS.computeIfAbsent(file, f -> new ReentrantLock());
        own.lock();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            return new StartLock(own, channel);
        } catch (IOException e) {
            own.unlock();
            throw e;
        }
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
