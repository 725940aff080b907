package dev.switchboard.journal;

import dev.switchboard.file.GzipReader;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.file.RegularFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The compressed journal file of a day that is over, such as {@code dev-2026-11-25.jsonl.gz}. A line that is written for that day later, for
 * example because a change of it is undone, is in a plain file beside it until that is compressed too, as another member of the same gzip
 * file. The lines of a day are those of the compressed file, followed by those of the plain one.
 *
 * <p>The compressed file gets its name before the plain one is deleted. If the process is killed between the two, the plain file repeats the
 * last member, as its size and checksum tell. It is then ignored, and emptied before anything is added to it.
 */
final class PackedJournal {
    static final String ENDING = ".gz";
    private static final int TRAILER = 8;
    private static final int BUFFER = 1 << 16;
    private static final byte[] NONE = {};

    private PackedJournal() {}

    /** The compressed file of a plain one. */
    static Path of(Path plain) {
        return plain.resolveSibling(plain.getFileName() + ENDING);
    }

    /** Opens the lines of a day, of which there are none if neither file exists. */
    static InputStream open(Path plain) throws IOException {
        while (true) {
            @Nullable InputStream opened = tryOpen(plain);
            if (opened != null) {
                return opened;
            }
        }
    }

    /** Returns null if another process compressed the plain file or deleted both at the same time. */
    private static @Nullable InputStream tryOpen(Path plain) throws IOException {
        byte[] trailer = trailer(of(plain));
        boolean repeated = isLastMember(plain, trailer);
        InputStream later = repeated ? InputStream.nullInputStream() : plain(plain);
        InputStream all = later;
        try {
            if (trailer.length > 0) {
                all = new SequenceInputStream(GzipReader.open(of(plain)), later);
            }
            if (Arrays.equals(trailer, trailer(of(plain)))) {
                return all;
            }
        } catch (NoSuchFileException e) {
            // deleted meanwhile
        } catch (IOException e) {
            later.close();
            throw e;
        }
        all.close();
        return null;
    }

    private static InputStream plain(Path plain) throws IOException {
        try {
            return Files.newInputStream(plain);
        } catch (NoSuchFileException e) {
            return InputStream.nullInputStream();
        }
    }

    /** Whether the plain file was compressed and not deleted, because the process was killed. */
    static boolean isLastMember(Path plain) throws IOException {
        return isLastMember(plain, trailer(of(plain)));
    }

    private static boolean isLastMember(Path plain, byte[] trailer) throws IOException {
        if (trailer.length < TRAILER) {
            return false;
        }
        ByteBuffer numbers = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN);
        int checksum = numbers.getInt();
        try {
            long size = Files.size(plain);
            return size > 0 && (int) size == numbers.getInt() && (int) checksum(plain) == checksum;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] chunk = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                checksum.update(chunk, 0, count);
            }
        }
        return checksum.getValue();
    }

    /** Returns the checksum and the size of the last member, which end the file; empty if there is no file. */
    private static byte[] trailer(Path packed) throws IOException {
        if (Files.notExists(packed)) {
            return NONE;
        }
        try {
            return RegularFiles.end(packed, TRAILER);
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }

    /**
     * Compresses a plain file, verifies the result by reading it back, and deletes the plain file. The lock of the journal is only held while
     * the compressed file gets its name.
     *
     * @return false if a line was added or another process compressed the file in the meantime; nothing was changed then
     */
    static boolean compress(Path plain) throws IOException {
        JournalFile.exclusively(plain, channel -> {
            JournalFile.endLine(channel);
            return null;
        });
        long size = Files.size(plain);
        Path packed = of(plain);
        byte[] before = trailer(packed);
        try (NewFile fresh = NewFile.at(packed)) {
            try (OutputStream out = fresh.output()) {
                if (before.length > 0) {
                    Files.copy(packed, out);
                }
                if (size > 0) {
                    GZIPOutputStream member = new GZIPOutputStream(out, BUFFER);
                    try (InputStream in = Files.newInputStream(plain)) {
                        in.transferTo(member);
                    }
                    member.finish();
                }
            }
            if (!isWhole(plain, fresh.temporary())) {
                if (Files.size(plain) != size) {
                    return false;
                }
                throw new IOException("the compressed journal differs from " + plain);
            }
            return JournalFile.exclusively(plain, channel -> {
                if (channel.size() != size || !Arrays.equals(before, trailer(packed))) {
                    return false;
                }
                if (size > 0) {
                    fresh.replace();
                }
                Files.delete(plain);
                PrivateFiles.flush(plain.getParent());
                return true;
            });
        }
    }

    private static boolean isWhole(Path plain, Path written) throws IOException {
        try (InputStream expected = open(plain); InputStream found = GzipReader.open(written)) {
            while (true) {
                byte[] one = expected.readNBytes(BUFFER);
                if (!Arrays.equals(one, found.readNBytes(BUFFER))) {
                    return false;
                }
                if (one.length == 0) {
                    return true;
                }
            }
        }
    }
}
