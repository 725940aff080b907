package dev.switchboard.file;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Opens files that a user names. A named pipe would block until another process writes to it, a device may never end, and the files of the
 * kernel's file systems change while they are read; all are rejected before they are opened.
 */
public final class RegularFiles {
    private static final Messages TEXT = Messages.of(RegularFiles.class);
    /** Their files appear as regular files. */
    private static final Set<String> KERNEL_FILE_SYSTEMS = Set.of(
            "proc", "sysfs", "debugfs", "tracefs", "securityfs", "configfs", "cgroup", "cgroup2", "pstore", "efivarfs", "bpf",
            "binfmt_misc", "fusectl");

    private RegularFiles() {}

    /**
     * Opens a file for reading.
     *
     * @throws InvalidInputException if it is a folder, a named pipe, a device, a socket or a file of the kernel
     */
    public static InputStream open(Path file) throws IOException {
        check(file);
        return Files.newInputStream(file);
    }

    /** Returns the last bytes of a file, or all of a shorter one. */
    public static byte[] end(Path file, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(Math.max(0, channel.size() - most));
            return Channels.newInputStream(channel).readNBytes(most);
        }
    }

    private static void check(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new InvalidInputException("file_is_folder", TEXT.get("file.folder", file), TEXT.get("file.folder.remedy"));
        }
        if (!attributes.isRegularFile() || KERNEL_FILE_SYSTEMS.contains(Files.getFileStore(file).type())) {
            throw new InvalidInputException("file_not_regular", TEXT.get("file.special", file), TEXT.get("file.special.remedy"));
        }
    }
}
