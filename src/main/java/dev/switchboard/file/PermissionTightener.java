package dev.switchboard.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes the permissions of other users from a folder of this program that an earlier version created. A folder is checked with one
 * call for itself and one for each of its entries; only an entry that is open is searched. An entry is closed after its contents, so
 * that a search that was interrupted is repeated the next time.
 */
public final class PermissionTightener {
    private static final int STICKY = 01000;

    private final Path root;
    private final Set<String> entries;
    private final List<String> failures = new ArrayList<>();

    private PermissionTightener(Path root, Set<String> entries) {
        this.root = root;
        this.entries = entries;
    }

    /**
     * Makes a folder and its contents private. Does nothing on a file system without POSIX permissions.
     *
     * @param root the folder, which may be missing
     * @param entries the names that this program uses in it. A folder with other contents, such as the home folder of a user, is left
     *     as it is, and so are these contents
     * @return what could not be made private, with the reason
     */
    public static List<String> tighten(Path root, Set<String> entries) {
        if (!Files.isDirectory(root) || !PrivateFiles.isPosix(root)) {
            return List.of();
        }
        PermissionTightener tightener = new PermissionTightener(root, entries);
        try {
            tightener.tighten();
        } catch (IOException e) {
            tightener.failures.add(root + " (" + e + ")");
        }
        return tightener.failures;
    }

    private void tighten() throws IOException {
        if (isOpen(root)) {
            if (isShared()) {
                failures.add(root + " (other files are in this folder)");
            } else {
                Files.setPosixFilePermissions(root, ownersOnly(Files.getPosixFilePermissions(root)));
            }
        }
        for (String name : entries) {
            Path entry = root.resolve(name);
            if (Files.isSymbolicLink(entry)) {
                failures.add(entry + " (a symbolic link)");
            } else if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS) && isOpen(entry)) {
                Files.walkFileTree(entry, new Visitor());
            }
        }
    }

    private boolean isShared() throws IOException {
        boolean sticky = ((Integer) Files.getAttribute(root, "unix:mode") & STICKY) != 0;
        if (sticky || Path.of(System.getProperty("user.home")).toAbsolutePath().startsWith(root.toRealPath())) {
            return true;
        }
        try (Stream<Path> contents = Files.list(root)) {
            return contents.map(file -> file.getFileName().toString())
                    .anyMatch(name -> !name.startsWith(".") && !name.startsWith("settings") && !entries.contains(name));
        }
    }

    private static boolean isOpen(Path path) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        return !ownersOnly(permissions).containsAll(permissions);
    }

    private static Set<PosixFilePermission> ownersOnly(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> kept = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        kept.retainAll(permissions);
        return kept;
    }

    private void close(Path path) {
        try {
            if (isOpen(path)) {
                Files.setPosixFilePermissions(path, ownersOnly(Files.getPosixFilePermissions(path)));
            }
        } catch (IOException e) {
            failures.add(path + " (" + e + ")");
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isSymbolicLink()) {
                close(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            failures.add(file + " (" + e + ")");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            close(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
