package dev.switchboard.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that gets its name when it is complete. It is written to a temporary file in the same folder, whose name is unique and which
 * no other user can read or predict, so that two writers of one name, or the remains of a process that was killed, never meet.
 * {@link #publish} or {@link #replace} gives it its name in one step; {@link #close} deletes it otherwise.
 */
public final class NewFile implements AutoCloseable {
    /** The extension of the temporary files. */
    public static final String EXTENSION = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(NewFile.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 12;

    private final Path target;
    private final Path temporary;

    private NewFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /** Creates the temporary file for a file name, and its folder if that is missing. */
    public static NewFile at(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
        try {
            PrivateFiles.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            // The folder is a file, which is not the name that the caller asked for.
            throw (NotDirectoryException) new NotDirectoryException(folder.toString()).initCause(e);
        }
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        // Without the file's name, which may be as long as a name can be.
        Path temporary = folder.resolve(".switchboard-" + HexFormat.of().formatHex(random) + EXTENSION);
        PrivateFiles.create(temporary);
        return new NewFile(target, temporary);
    }

    /** The temporary file, for reading it back before it gets its name. */
    public Path temporary() {
        return temporary;
    }

    /** Opens the temporary file for writing. An interrupt does not close the stream. */
    public OutputStream output() throws IOException {
        return PrivateFiles.overwrite(temporary);
    }

    /** Writes the whole contents. */
    public void write(byte[] contents) throws IOException {
        try (OutputStream out = output()) {
            out.write(contents);
        }
    }

    /**
     * Flushes the file to the disk and gives it its name.
     *
     * @throws FileAlreadyExistsException if something has this name, even a dangling symbolic link; it is not changed
     */
    public void publish() throws IOException {
        flush();
        try {
            // Unlike a rename, a link never replaces a file that another process has created meanwhile.
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("No hard links in this folder", e);
            publishWithoutLinks();
        }
        close();
        flushFolder();
    }

    /** Reserves the name with an empty file, and replaces that. */
    private void publishWithoutLinks() throws IOException {
        PrivateFiles.create(target);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** Flushes the file to the disk and gives it its name. A file of this name is replaced; of a symbolic link, the link itself. */
    public void replace() throws IOException {
        flush();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flushFolder();
    }

    private void flush() throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            channel.force(true);
        }
    }

    /** The file has its name already, so a file system that cannot flush a folder is no reason to report that it was not written. */
    private void flushFolder() {
        try {
            PrivateFiles.flush(target.getParent());
        } catch (IOException e) {
            LOG.warn("Could not flush the folder of {}", target, e);
        }
    }

    /** Deletes the temporary file if it still exists. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.warn("Could not delete a temporary file", e);
        }
    }
}
