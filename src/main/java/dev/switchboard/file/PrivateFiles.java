package dev.switchboard.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates folders and files that only their owner can access. They have their permissions when they are created, whatever the umask
 * is, so that there is no moment at which another user can open them. On a file system without POSIX permissions, they inherit
 * those of their folder. A symbolic link at the name of a file is never followed.
 */
public final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_ATTRIBUTE = attribute("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FILE_ATTRIBUTE = attribute("rw-------");

    private PrivateFiles() {}

    private static FileAttribute<Set<PosixFilePermission>> attribute(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    /** Creates a folder and its missing parents. The permissions of existing folders are not changed. */
    public static void createDirectories(Path folder) throws IOException {
        Files.createDirectories(folder, isPosix(folder) ? new FileAttribute<?>[] {FOLDER_ATTRIBUTE} : new FileAttribute<?>[0]);
    }

    /** Creates a folder with a unique name in the system’s folder for temporary files. */
    public static Path createTemporaryDirectory(String prefix) throws IOException {
        return Files.createTempDirectory(prefix); // private by itself
    }

    /**
     * Creates an empty file.
     *
     * @throws FileAlreadyExistsException if something has this name, even a dangling symbolic link
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, fileAttributes(file));
    }

    /** Creates an empty file if nothing has this name. Returns whether it was created. */
    public static boolean createIfMissing(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            create(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // another process created it first
        }
    }

    /** Opens a file, such as a lock file, and creates it if it is missing. */
    public static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.CREATE);
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all, fileAttributes(file));
    }

    /** Opens a file for appending, and creates it if it is missing. */
    public static OutputStream append(Path file) throws IOException {
        createIfMissing(file);
        return new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS));
    }

    /** Creates a file in which a child process can write its output, or empties it. */
    public static void empty(Path file) throws IOException {
        createIfMissing(file);
        overwrite(file).close();
    }

    /** Writes a small file in place, for readers that tolerate an incomplete one; creates it if it is missing. */
    public static void write(Path file, String text) throws IOException {
        createIfMissing(file);
        try (OutputStream out = overwrite(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Copies a stream to a new file. */
    public static void copy(InputStream in, Path file) throws IOException {
        create(file);
        try (OutputStream out = overwrite(file)) {
            in.transferTo(out);
        }
    }

    /** Renames a file or folder, and replaces what has the new name. A symbolic link is renamed or replaced itself. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Flushes the directory entries of a folder, which a system crash could lose otherwise together with the flushed files. */
    public static void flush(@Nullable Path folder) throws IOException {
        if (folder != null && isPosix(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    static OutputStream overwrite(Path file) throws IOException {
        return Files.newOutputStream(
                file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] fileAttributes(Path file) {
        return isPosix(file) ? new FileAttribute<?>[] {FILE_ATTRIBUTE} : new FileAttribute<?>[0];
    }
}
