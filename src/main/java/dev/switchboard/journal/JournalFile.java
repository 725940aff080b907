package dev.switchboard.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
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

    /** Creates the file so that only its owner can read it, because it contains message texts. */
    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, posix ? permissions("rwx------") : new FileAttribute<?>[0]);
        }
        try {
            Files.createFile(file, posix ? permissions("rw-------") : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            return; // another console created it first
        }
        if (folder != null && posix) {
            // Without this, a system crash may lose the directory entry and with it the flushed data.
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }
}
