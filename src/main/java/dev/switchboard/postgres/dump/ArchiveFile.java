package dev.switchboard.postgres.dump;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A backup that consists of an archive of pg_dump and a footer. */
final class ArchiveFile {
    private static final Messages TEXT = Messages.of(ArchiveFile.class);
    private static final byte[] MAGIC = "PGDMP".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    private ArchiveFile() {}

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether the file begins as an archive of pg_dump does. */
    static boolean isArchive(Path file) throws IOException {
        try (InputStream in = RegularFiles.open(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** Reads the footer; returns null if there is none, or if the file does not have the length that it declares. */
    static @Nullable ArchiveFooter footer(Path file) throws IOException {
        long size = Files.size(file);
        if (size < ArchiveFooter.END) {
            return null;
        }
        String end = new String(from(file, size - ArchiveFooter.END, ArchiveFooter.END), StandardCharsets.ISO_8859_1);
        if (!end.matches("[0-9a-f]{8}" + ArchiveFooter.MARK)) {
            return null;
        }
        long length = Long.parseLong(end.substring(0, 8), 16);
        long start = size - ArchiveFooter.END - length;
        if (start < MAGIC.length || length > Integer.MAX_VALUE) {
            return null;
        }
        @Nullable ArchiveFooter footer = ArchiveFooter.read(from(file, start, (int) length));
        return footer != null && footer.bytes() == start ? footer : null;
    }

    private static byte[] from(Path file, long position, int length) throws IOException {
        try (InputStream in = RegularFiles.open(file)) {
            in.skipNBytes(position);
            return in.readNBytes(length);
        }
    }

    static DatabaseBackup describe(Path file) throws IOException {
        return describe(file, required(file));
    }

    static ArchiveFooter required(Path file) throws IOException {
        @Nullable ArchiveFooter footer = footer(file);
        if (footer == null) {
            throw new InvalidInputException("backup_foreign", TEXT.get("archive.foreign", file.getFileName()),
                    TEXT.get("archive.foreign.remedy"));
        }
        return footer;
    }

    static DatabaseBackup describe(Path file, ArchiveFooter footer) throws IOException {
        return new DatabaseBackup(file, footer.database(), footer.tables(), footer.rows(), footer.instant(), Files.size(file),
                "pg_dump " + footer.program());
    }

    /** Reads the archive to its end and compares its digest. */
    static DatabaseBackup verified(Path file, Progress progress) throws IOException {
        ArchiveFooter footer = required(file);
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = RegularFiles.open(file)) {
            long left = footer.bytes();
            while (left > 0) {
                progress.stopIfCancelled();
                int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (count < 0) {
                    break;
                }
                digest.update(buffer, 0, count);
                left -= count;
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(footer.sha256())) {
            throw new InvalidInputException("backup_damaged", TEXT.get("archive.damaged", file.getFileName()),
                    TEXT.get("dump.damaged.remedy"));
        }
        return describe(file, footer);
    }
}
