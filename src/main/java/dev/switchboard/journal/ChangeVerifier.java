package dev.switchboard.journal;

import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the journal lines of one change are complete and in order. Lines are numbered from 1, and the number of the outcome is the
 * number of lines. A change without an outcome belongs to a process that was killed or still runs: its last line may be cut off, because
 * its rows are only written after the line.
 */
final class ChangeVerifier {
    private static final Messages TEXT = Messages.of(ChangeVerifier.class);
    private static final int MOST_SHOWN = 3;
    private final List<String> problems = new ArrayList<>();
    private final List<Long> damaged = new ArrayList<>();
    private boolean withChecksums;
    private boolean withoutChecksums;
    private boolean closed;
    private int next = 1;
    private int attempt;
    private long count;
    private long lastLine;
    private long damagedEnd;

    /** The attempt whose rows are those of the change. */
    int attempt() {
        return attempt;
    }

    /** Whether only lines with a right checksum belong to the change. */
    boolean hasChecksums() {
        return withChecksums;
    }

    /** Adds a numbered line whose checksum is right. */
    void intact(JournalLine.Header header, long position) {
        if (withoutChecksums && !withChecksums) {
            problems.add(TEXT.get("integrity.no-checksum", String.valueOf(lastLine)));
        }
        withChecksums = true;
        lastLine = position;
        damagedEnd = 0;
        if (header.number() > next) {
            problems.add(TEXT.get("integrity.missing", header.number() - next, String.valueOf(position)));
        } else if (header.number() < next) {
            problems.add(TEXT.get("integrity.order", String.valueOf(position)));
        } else if (closed) {
            problems.add(TEXT.get("integrity.after-end", String.valueOf(position)));
        }
        next = Math.max(next, header.number() + 1);
        if (header.kind().equals(LineWriter.ROWS)) {
            rows(header.attempt(), header.count());
        } else if (header.kind().equals(LineWriter.OUTCOME)) {
            closed = true;
            rows(header.attempt(), 0);
            if (header.count() != count) {
                problems.add(TEXT.get("integrity.count", count, header.count()));
            }
        }
    }

    /** Adds a line as earlier versions wrote them. A damaged line before it was not the last of a killed process, so it is missed. */
    void withoutChecksum(JournalLine.Header header, long position) {
        withoutChecksums = true;
        lastLine = position;
        damagedEnd = damaged.isEmpty() ? 0 : damaged.getLast();
        closed |= header.kind().equals(LineWriter.OUTCOME);
        if (withChecksums) {
            problems.add(TEXT.get("integrity.no-checksum", String.valueOf(position)));
        } else if (header.kind().equals(LineWriter.ROWS)) {
            rows(header.attempt(), 0);
        }
    }

    /** Rows of a later attempt replace those of earlier ones. */
    private void rows(int of, int rows) {
        count = of > attempt ? rows : of == attempt ? count + rows : count;
        attempt = Math.max(attempt, of);
    }

    /**
     * Adds a line that names this change but whose checksum is wrong or missing.
     *
     * @param cut whether it looks like the start of a line, as a killed process leaves it
     */
    void damaged(long position, boolean cut) {
        damaged.add(position);
        if (!cut) {
            damagedEnd = position;
        }
    }

    /**
     * Returns the result.
     *
     * @param file the name of the journal file
     * @param foreign the number of the last damaged line that names no change; 0 if there is none
     */
    Integrity result(String file, long foreign) {
        List<String> all = new ArrayList<>();
        if (problems.isEmpty() && !closed && withChecksums && foreign > Math.max(lastLine, damagedEnd)) {
            all.add(TEXT.get("integrity.foreign", String.valueOf(foreign)));
        }
        all.addAll(problems);
        if (all.isEmpty() && (damagedEnd == 0 || (closed && withChecksums))) {
            return withChecksums || !withoutChecksums ? Integrity.INTACT : Integrity.UNVERIFIED;
        }
        Stream<String> lines = damaged.stream().map(position -> TEXT.get("integrity.line", String.valueOf(position)));
        List<String> said = Stream.concat(lines, all.stream()).toList();
        String first = said.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "));
        String more = said.size() > MOST_SHOWN ? TEXT.get("integrity.more", said.size() - MOST_SHOWN) : "";
        return new Integrity(IntegrityState.DAMAGED, TEXT.get("integrity.damaged", file, first + more));
    }
}
