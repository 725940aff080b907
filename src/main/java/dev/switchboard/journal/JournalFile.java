package dev.switchboard.journal;

import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Appends lines to a journal file; a file lock keeps other consoles out. A line that was cut off when a process was killed stays a
 * line of its own. A line that was cut off by a full disk is removed.
 */
final class JournalFile {
    // A single thread, because a file lock belongs to the whole process, and because interrupting a write would close the file.
    private static final ExecutorService WRITER =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("journal").factory());

    private JournalFile() {}

    /**
     * Appends a line and flushes it to the disk, even if the calling thread is interrupted.
     *
     * @param line the line without its terminator
     */
    static void append(Path file, String line) throws IOException {
        Future<?> written = WRITER.submit(() -> {
            appendHere(file, line);
            return null;
        });
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    written.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void appendHere(Path file, String line) throws IOException {
        create(file);
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock others = channel.lock()) {
            append(channel, line);
            others.release();
        }
    }

    private static void append(FileChannel channel, String line) throws IOException {
        long end = channel.size();
        String before = end > 0 && last(channel, end) != '\n' ? "\n" : "";
        ByteBuffer bytes = ByteBuffer.wrap((before + line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            channel.position(end);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            if (channel.size() != end + bytes.capacity()) {
                throw new IOException("the file size does not match the data written");
            }
        } catch (IOException e) {
            try {
                channel.truncate(end);
            } catch (IOException truncating) {
                e.addSuppressed(truncating);
            }
            throw e;
        }
    }

    private static int last(FileChannel channel, long end) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        return channel.read(one, end - 1) == 1 ? one.get(0) : '\n';
    }

    /** Only the owner can read the file, because it contains message texts. */
    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            PrivateFiles.createDirectories(folder);
        }
        if (PrivateFiles.createIfMissing(file)) {
            PrivateFiles.flush(folder);
        }
    }
}
