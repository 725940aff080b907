package dev.switchboard.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of a journal file. Its header is read without parsing the images that follow it. */
final class JournalLine {
    private static final String ID = "\"id\":\"(\\d{8}T\\d{6}\\.\\d{6}Z-[0-9a-f]{8})\"";
    private static final Pattern ANY_ID = Pattern.compile(ID);
    private static final Pattern HEADER = Pattern.compile("\\{\"line\":\"(intent|rows|outcome|undone)\"," + ID
            + "(?:,\"number\":(\\d{1,9}))?(?:,\"attempt\":(\\d{1,9}))?(?:,\"count\":(\\d{1,9}))?");
    private static final String ANY = "20000101T000000.000000Z-00000000";
    private static final int LONGEST_HEADER = 200;
    private final byte[] bytes;
    private final long position;
    private final boolean intact;

    JournalLine(byte[] bytes, long position) {
        this.bytes = bytes;
        this.position = position;
        intact = LineChecksum.isIntact(bytes);
    }

    /**
     * The first members of a line.
     *
     * @param number the number of the line within its change; 0 for a line of an earlier version and for one that is not numbered
     * @param attempt the attempt that the rows belong to; 0 if it has none
     * @param count the number of rows; 0 if it has none
     */
    record Header(String kind, String id, int number, int attempt, int count) {}

    /** The number of the line within its file, from 1. */
    long position() {
        return position;
    }

    /** Whether its checksum is right. */
    boolean isIntact() {
        return intact;
    }

    /** Whether it has a checksum, right or wrong. */
    boolean hasChecksum() {
        return intact || LineChecksum.isPresent(bytes);
    }

    boolean isBlank() {
        return text().isBlank();
    }

    /** Whether it ends as a whole line does. */
    boolean isClosed() {
        return bytes.length > 0 && bytes[bytes.length - 1] == '}';
    }

    /** Returns its first members; null if they are damaged or incomplete. */
    @Nullable
    Header header() {
        Matcher header = HEADER.matcher(start());
        return header.lookingAt()
                ? new Header(header.group(1), header.group(2), number(header.group(3)), number(header.group(4)), number(header.group(5)))
                : null;
    }

    /** Returns the first members of a line of an earlier version; null if it is not one. */
    static @Nullable Header header(JsonNode line) {
        boolean later = line.has(LineWriter.NUMBER) || line.has(LineWriter.VERSION) || line.has(LineWriter.CHECKSUM);
        String kind = line.path("line").asText();
        String id = line.path("id").asText();
        return later || kind.isEmpty() || !JournalFolder.isId(id) ? null : new Header(kind, id, 0, line.path("attempt").asInt(), 0);
    }

    /**
     * Whether it was cut off before its ID was complete, as a process leaves it that is killed while it writes. After a power failure, the
     * rest may be zeros.
     */
    boolean isStartOfHeader() {
        String start = start().replaceFirst("\0+$", "");
        return Stream.of(LineWriter.INTENT, LineWriter.ROWS, LineWriter.OUTCOME, LineWriter.UNDONE)
                .map(kind -> "{\"line\":\"" + kind + "\",\"id\":\"" + ANY + "\"")
                .anyMatch(whole -> start.length() < whole.length()
                        && HEADER.matcher(start + whole.substring(start.length())).lookingAt());
    }

    /** The IDs that it names as its own. Several if a line feed was lost. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        Matcher id = ANY_ID.matcher(text());
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }

    /** The line as text. Invalid UTF-8 becomes replacement characters. */
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String start() {
        return new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
