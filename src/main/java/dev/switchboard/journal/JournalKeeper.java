package dev.switchboard.journal;

import dev.switchboard.file.NewFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compresses the journal files of days that are over, and deletes the oldest ones beyond the limits. */
final class JournalKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(JournalKeeper.class);
    private static final long MEGABYTE = 1_000_000;
    // A change that began before midnight is likely to have ended by then.
    private static final Duration REST = Duration.ofHours(1);
    private final JournalFolder folder;
    private final InstantSource clock;

    JournalKeeper(JournalFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Compresses the files of days that are over. */
    void compress() throws IOException {
        deleteRemains();
        LocalDate today = day(clock.instant().minus(REST));
        for (Path file : folder.files()) {
            if (folder.day(file).isBefore(today) && Files.exists(file)) {
                long before = Files.size(file);
                if (PackedJournal.compress(file)) {
                    LOG.info("compressed {} from {} to {} bytes", file, before, size(PackedJournal.of(file)));
                }
            }
        }
    }

    /** Deletes what processes left that were killed while they compressed a file. */
    private void deleteRemains() throws IOException {
        if (!Files.isDirectory(folder.folder())) {
            return;
        }
        Instant old = clock.instant().minus(Duration.ofDays(1));
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(folder.folder(), "*" + NewFile.EXTENSION)) {
            for (Path file : remains) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Deletes the files beyond the limits, oldest first, and returns their days. */
    List<LocalDate> delete(JournalLimits limits) throws IOException {
        LocalDate today = day(clock.instant());
        List<Path> files = folder.files().reversed();
        long bytes = 0;
        for (Path file : files) {
            bytes += total(file);
        }
        List<LocalDate> deleted = new ArrayList<>();
        for (Path file : files) {
            LocalDate day = folder.day(file);
            boolean old = limits.days() != null && day.isBefore(today.minusDays(limits.days()));
            boolean large = limits.megabytes() != null && bytes > limits.megabytes() * MEGABYTE;
            if ((old || large) && day.isBefore(today) && isFinished(file)) {
                bytes -= total(file);
                Files.deleteIfExists(PackedJournal.of(file));
                Files.deleteIfExists(file);
                deleted.add(day);
            }
        }
        return deleted;
    }

    private boolean isFinished(Path file) throws IOException {
        boolean finished = new JournalScan(file, null).run().entries(folder.environment()).stream().noneMatch(Entry::isUnclosed);
        if (!finished) {
            LOG.warn("{} is kept beyond the limits of the journal because the end of a change in it was not recorded", file);
        }
        return finished;
    }

    private static long total(Path file) throws IOException {
        return size(file) + size(PackedJournal.of(file));
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
