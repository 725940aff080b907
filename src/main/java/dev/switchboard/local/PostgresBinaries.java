package dev.switchboard.local;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL binaries, unpacked from an archive on the class path when they are first needed. */
final class PostgresBinaries {
    private static final Messages TEXT = Messages.of(PostgresBinaries.class);
    /** The architecture names in archive file names, by their Java names. */
    private static final Map<String, String> ARCHES =
            Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");
    private static final int EXECUTABLE = 0100;

    private final Path place;
    private final Host host;
    private final Progress stop;

    PostgresBinaries(Path place, Host host) {
        this(place, host, Progress.NONE);
    }

    /** @param stop asked whether to continue to unpack */
    PostgresBinaries(Path place, Host host, Progress stop) {
        this.place = place;
        this.host = host;
        this.stop = stop;
    }

    /**
     * Returns the folder that contains {@code bin}, {@code lib} and {@code share}. Requires the start lock.
     *
     * @throws OperationFailedException if there are no binaries for this platform
     */
    Path unpacked() throws IOException {
        String name = "postgres-" + host.system() + "-" + ARCHES.getOrDefault(host.arch(), host.arch());
        @Nullable URL archive = PostgresBinaries.class.getResource("/" + name + ".txz");
        if (archive == null) {
            throw new OperationFailedException(TEXT.get("postgres.platform", host.system(), host.arch()),
                    TEXT.get("postgres.platform.remedy"));
        }
        URLConnection connection = archive.openConnection();
        try (InputStream in = connection.getInputStream()) {
            // The archive size distinguishes versions, so an update unpacks its own binaries.
            Path target = place.resolve(name + "-" + connection.getContentLengthLong());
            if (!Files.isDirectory(target)) {
                Path fresh = place.resolve("unpacking");
                DirectoryDeleter.delete(fresh);
                unpack(in, fresh);
                PrivateFiles.rename(fresh, target);
            }
            return target;
        }
    }

    /** The version of the unpacked binaries, such as “18.6”. */
    String version(Path unpacked) throws IOException {
        // The output is: postgres (PostgreSQL) 18.6
        String output = CommandRunner.output(List.of(unpacked.resolve("bin").resolve(host.program("postgres")).toString(), "--version"));
        return output.substring(output.lastIndexOf(' ') + 1);
    }

    private void unpack(InputStream in, Path target) throws IOException {
        PrivateFiles.createDirectories(target);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                stop.stopIfCancelled();
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target) || file.toString().endsWith(".a")) {
                    continue; // static libraries are not needed
                }
                if (entry.isDirectory()) {
                    PrivateFiles.createDirectories(file);
                    continue;
                }
                PrivateFiles.createDirectories(file.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    PrivateFiles.copy(tar, file);
                    if ((entry.getMode() & EXECUTABLE) != 0) {
                        file.toFile().setExecutable(true, true);
                    }
                }
            }
        }
    }
}
