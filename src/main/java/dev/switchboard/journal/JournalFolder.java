package dev.switchboard.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The journal files of one environment, one per day, such as {@code dev-2026-11-25.jsonl}. All lines of a change are in the file of
 * the day in its ID. A file is named without the ending that it has when it is compressed, see {@link PackedJournal}.
 */
record JournalFolder(Path folder, String environment) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T\\d{6}\\.\\d{6}Z-[0-9a-f]{8}");
    private static final String ENDING = ".jsonl";

    static String newId(Instant at) {
        return TIME.format(at) + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The time in an ID. */
    static Instant time(String id) {
        return TIME.parse(id.substring(0, id.indexOf('-')), Instant::from);
    }

    /** The file of a change. The ID must be valid, see {@link #isId}. */
    Path of(String id) {
        Matcher day = ID.matcher(id);
        if (!day.matches()) {
            throw new IllegalArgumentException("not a valid journal ID: " + id);
        }
        return folder.resolve(environment + "-" + day.group(1) + "-" + day.group(2) + "-" + day.group(3) + ENDING);
    }

    private static Path plain(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PackedJournal.ENDING)
                ? file.resolveSibling(name.substring(0, name.length() - PackedJournal.ENDING.length()))
                : file;
    }

    /** The day of a file, in UTC. */
    LocalDate day(Path file) {
        String name = file.getFileName().toString();
        return LocalDate.parse(name.substring(environment.length() + 1, name.length() - ENDING.length()));
    }

    /** The existing files, newest first, whether compressed or not. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern named = Pattern.compile(Pattern.quote(environment) + "-\\d{4}-\\d{2}-\\d{2}" + Pattern.quote(ENDING) + "("
                + Pattern.quote(PackedJournal.ENDING) + ")?");
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> named.matcher(file.getFileName().toString()).matches())
                    .map(JournalFolder::plain)
                    .distinct()
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        }
    }
}
