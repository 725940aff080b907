package dev.switchboard.journal;

import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

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
        exclusively(file, channel -> {
            append(channel, line);
            return null;
        });
    }

    /** What is done to a journal file while no other process writes to it. */
    interface Work<T extends @Nullable Object> {
        T run(FileChannel channel) throws IOException;
    }

    /** Works on a journal file, which is created if it is missing, even if the calling thread is interrupted. */
    static <T extends @Nullable Object> T exclusively(Path file, Work<T> work) throws IOException {
        Future<T> written = WRITER.submit(() -> lockAndRun(file, work));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return written.get();
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

    private static <T extends @Nullable Object> T lockAndRun(Path file, Work<T> work) throws IOException {
        while (true) {
            create(file);
            @Nullable Object opened = identity(file);
            try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock others = channel.lock()) {
                // Another process may have compressed and deleted the file while this one waited for the lock.
                if (opened != null && opened.equals(identity(file))) {
                    if (channel.size() > 0 && PackedJournal.isLastMember(file)) {
                        channel.truncate(0);
                    }
                    T done = work.run(channel);
                    others.release();
                    return done;
                }
            }
        }
    }

    /** Tells whether a name is still that of the same file; null if the file is missing. Windows tells only whether it exists. */
    private static @Nullable Object identity(Path file) throws IOException {
        try {
            @Nullable Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Ends a last line that was cut off, so that another one can follow it. */
    static void endLine(FileChannel channel) throws IOException {
        long end = channel.size();
        if (end > 0 && last(channel, end) != '\n') {
            write(channel, end, "\n");
        }
    }

    private static void append(FileChannel channel, String line) throws IOException {
        long end = channel.size();
        String before = end > 0 && last(channel, end) != '\n' ? "\n" : "";
        write(channel, end, before + line + "\n");
    }

    private static void write(FileChannel channel, long end, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
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
