package dev.switchboard;

import dev.switchboard.file.PrivateFiles;
import dev.switchboard.text.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes log records to rotating files that only their owner can read, which the JDK's handler cannot create. Each process that runs at the
 * same time has its own files: {@code switchboard-0-0.log} is the newest of the first process, {@code switchboard-0-1.log} the one before.
 */
final class RotatingLogHandler extends Handler {
    private static final int MOST_PROCESSES = 100;

    private final Path folder;
    private final int bytes;
    private final int files;
    private final int process;
    private final FileChannel lock;
    private OutputStream out;
    private long size;

    /**
     * Opens the newest file.
     *
     * @param bytes the size at which a new file is begun
     * @param files the number of files that are kept
     */
    RotatingLogHandler(Path folder, int bytes, int files) throws IOException {
        this.folder = folder;
        this.bytes = bytes;
        this.files = files;
        setFormatter(new SimpleFormatter());
        int number = 0;
        @Nullable FileChannel taken = lock(folder, number);
        while (taken == null) {
            number++;
            if (number == MOST_PROCESSES) {
                throw new IOException("all log files are in use");
            }
            taken = lock(folder, number);
        }
        lock = taken;
        process = number;
        out = PrivateFiles.append(file(0));
        size = Files.size(file(0));
    }

    /** Locks the files of a number; null if another process uses them. The lock ends with the process, however that ends. */
    private static @Nullable FileChannel lock(Path folder, int number) throws IOException {
        FileChannel channel = PrivateFiles.open(folder.resolve("switchboard-" + number + "-0.log.lck"), StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another handler of this process uses them.
        }
        channel.close();
        return null;
    }

    private Path file(int generation) {
        return folder.resolve("switchboard-" + process + "-" + generation + ".log");
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        try {
            byte[] text = TerminalText.lines(getFormatter().format(entry)).getBytes(StandardCharsets.UTF_8);
            if (size > 0 && size + text.length > bytes) {
                rotate();
            }
            out.write(text);
            out.flush();
            size += text.length;
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    private void rotate() throws IOException {
        out.close();
        for (int generation = files - 2; generation >= 0; generation--) {
            if (Files.exists(file(generation))) {
                PrivateFiles.rename(file(generation), file(generation + 1));
            }
        }
        out = PrivateFiles.append(file(0));
        size = 0;
    }

    @Override
    public void flush() {
        // Each record is flushed.
    }

    @Override
    public synchronized void close() {
        try (FileChannel _ = lock) {
            out.close();
        } catch (IOException e) {
            reportError(null, e, ErrorManager.CLOSE_FAILURE);
        }
    }
}
