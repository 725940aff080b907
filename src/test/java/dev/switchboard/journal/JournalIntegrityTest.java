package dev.switchboard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every damaged, missing, duplicated or moved line of a change is noticed; what a killed process leaves is not taken for damage. */
class JournalIntegrityTest extends JournalIntegrityFixture {
    @Test
    void anIntactChangeIsSaidToBe() {
        String id = closed();
        assertIntact(id);
        assertThat(rows(id)).hasSize(9);
        assertThat(journal.get(id).isUnclosed()).isFalse();
        String open = unclosed();
        assertIntact(open);
        assertThat(journal.get(open).isUnclosed()).isTrue();
    }

    @Test
    void aMissingLineIsNoticedWhereverItWas() throws IOException {
        String id = closed();
        List<String> whole = lines();
        for (int i = 0; i < 4; i++) {
            List<String> less = new ArrayList<>(whole);
            less.remove(i);
            write(less);
            assertDamaged(id, "1 line is missing before line " + (i + 1));
        }
        write(List.of(whole.get(0), whole.get(4)));
        assertDamaged(id, "3 lines are missing before line 2");
        write(whole.subList(0, 4));
        assertThat(journal.get(id).isUnclosed()).as("without its outcome it is like that of a killed process").isTrue();
    }

    @Test
    void aDuplicatedOrMovedLineIsNoticed() throws IOException {
        String id = closed();
        List<String> whole = lines();
        for (int i = 0; i < 5; i++) {
            List<String> twice = new ArrayList<>(whole);
            twice.add(i, whole.get(i));
            write(twice);
            assertDamaged(id, "line " + (i + 2) + " is a duplicate or out of order");
            List<String> atTheEnd = new ArrayList<>(whole);
            atTheEnd.add(whole.get(i));
            write(atTheEnd);
            assertDamaged(id, "line 6 is a duplicate or out of order");
        }
        for (int i = 0; i < 4; i++) {
            List<String> swapped = new ArrayList<>(whole);
            swapped.set(i, whole.get(i + 1));
            swapped.set(i + 1, whole.get(i));
            write(swapped);
            assertDamaged(id, "out of order");
        }
    }

    @Test
    void aLineOfAnotherChangeIsNoticed() throws IOException {
        String first = closed();
        String second = closed();
        List<String> whole = lines();
        whole.set(7, whole.get(2));
        write(whole);
        assertDamaged(first, "line 8 is a duplicate or out of order");
        assertDamaged(second, "1 line is missing before line 9");
        whole.set(7, whole.get(2).replace(first, second));
        write(whole);
        assertDamaged(second, "line 8 is damaged");
        assertIntact(first);
    }

    @Test
    void aWrongNumberOfRecordsIsNoticed() throws IOException {
        WritePermit change = begin(journal);
        change.rows(batch(0));
        Files.writeString(file(), LineWriter.outcome(change.id(), 3, 1, 4, NOW, OutcomeState.DONE, "Done.") + "\n",
                StandardOpenOption.APPEND);
        assertDamaged(change.id(), "it contains 3 records instead of 4");
    }

    @Test
    void flippedBitsOfAChangeWithoutAnOutcomeAreNoticed() throws IOException {
        String id = unclosed();
        byte[] whole = Files.readAllBytes(file());
        // 23 and 8 have no common factor, so that each of the 8 bits has its turn; the last line is examined as a whole.
        int last = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("{\"line\"") * 8;
        for (int bit = 0; bit < whole.length * 8; bit += bit < last ? 23 : 1) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(), flipped);
            Optional<Entry> found = journal.find(id);
            assertThat(found.isPresent() && !found.get().integrity().isDamaged()).as("bit %s", bit).isFalse();
        }
    }

    @Test
    void randomFlipsInAChangeWithAnOutcomeAreNoticedAndThoseInAnotherDoNotConcernIt() throws IOException {
        String before = closed();
        String id = closed();
        String after = closed();
        byte[] whole = Files.readAllBytes(file());
        int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf(id) - 24;
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf(after) - 24;
        Random random = new Random(10);
        for (int i = 0; i < 500; i++) {
            int bit = random.nextInt(whole.length * 8);
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(), flipped);
            boolean own = bit / 8 >= start - 1 && bit / 8 < end;
            Optional<Entry> found = journal.find(id);
            assertThat(found.isEmpty() || found.get().integrity().isDamaged()).as("bit %s from %s to %s", bit, start, end).isEqualTo(own);
            assertThat(journal.list(9).entries()).filteredOn(entry -> !entry.integrity().isDamaged()).as("bit %s", bit)
                    .hasSizeBetween(1, 2);
        }
        Files.write(file(), whole);
        assertIntact(before);
    }

    @Test
    void aFileThatIsCutOffAnywhereGivesAllOrWhatIsLeftOfAnOpenChange() throws IOException {
        String id = closed();
        List<Change> all = rows(id);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            Optional<Entry> found = journal.find(id);
            if (found.isPresent() && !found.get().integrity().isDamaged()) {
                List<Change> left = rows(id);
                assertThat(left).as("cut at %s", length).isEqualTo(all.subList(0, left.size()));
                assertThat(found.get().isUnclosed()).as("cut at %s", length).isEqualTo(length < whole.length - 1);
            }
        }
    }

    @Test
    void aLineThatAKillHasCutOffDoesNotKeepTheRestFromBeingUndone() throws IOException {
        String id = unclosed();
        String whole = Files.readString(file());
        for (int length : new int[] {1, 12, 40, 70, 90, 200}) {
            String cut = LineWriter.rows(id, 5, 1, batch(9)).substring(0, length);
            Files.writeString(file(), whole + cut);
            assertIntact(id);
            Files.writeString(file(), whole + cut + "\0".repeat(100));
            assertIntact(id);
        }
        Files.writeString(file(), whole + "\0".repeat(100) + "\n");
        assertIntact(id);
        closed();
        assertIntact(id);
    }

    @Test
    void aDamagedLineOfUnknownOriginConcernsOnlyOpenChangesBeforeIt() throws IOException {
        String open = unclosed();
        String done = closed();
        Files.writeString(file(), "x" + LineWriter.rows(open, 5, 1, batch(9)).replace(open, "2026112") + "\n", StandardOpenOption.APPEND);
        String later = unclosed();
        assertDamaged(open, "line 10 is damaged and may belong to this change");
        assertIntact(done);
        assertIntact(later);
    }

    @Test
    void aChangeWhoseIntentIsLostIsListedAndNotUndone() throws IOException {
        String id = closed();
        List<String> whole = lines();
        whole.set(0, "{" + whole.get(0));
        write(whole);
        assertDamaged(id, "line 1 is damaged");
        assertThat(journal.get(id).at()).isEqualTo(NOW);
        assertThat(journal.get(id).intent().what()).startsWith("Not known");
        assertThat(journal.list(5).unreadable()).isEqualTo(1);
    }

    @Test
    void linesOfChangesThatRunAtOneTimeMayBeMixed() {
        WritePermit one = begin(journal);
        WritePermit other = begin(journal);
        one.rows(batch(0));
        other.rows(batch(3));
        other.startOver();
        one.rows(batch(6));
        other.rows(batch(0));
        other.done("");
        one.notKnown("No answer.");
        journal.undone(other.id(), one.id());
        assertThat(integrity(one.id())).isEqualTo(Integrity.INTACT);
        assertThat(integrity(other.id())).isEqualTo(Integrity.INTACT);
        assertThat(rows(one.id())).hasSize(6);
        assertThat(rows(other.id())).isEqualTo(batch(0));
        assertThat(journal.get(other.id()).undoneBy()).isEqualTo(one.id());
    }

    @Test
    void anAttemptWithoutRowsReplacesThoseOfTheAttemptBefore() {
        WritePermit change = begin(journal);
        change.rows(batch(0));
        change.startOver();
        change.done("Nothing to do.");
        assertIntact(change.id());
        assertThat(rows(change.id())).isEmpty();
    }

    /** A process that appends changes. */
    public static final class Writer {
        public static void main(String[] arguments) {
            Journal journal = new Journal(Path.of(arguments[0]), "dev", InstantSource.fixed(NOW));
            for (int i = 0; i < 40; i++) {
                WritePermit change = begin(journal);
                change.rows(batch(0));
                change.rows(batch(3));
                change.done("");
            }
        }
    }

    @Test
    void twoProcessesMayAppendAtOneTime() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(JavaProcess.java(List.of(), Writer.class.getName(), home.toString())).inheritIO();
        Process one = builder.start();
        Process other = builder.start();
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        JournalPage all = journal.list(100);
        assertThat(all.entries()).hasSize(80).allMatch(entry -> entry.integrity().equals(Integrity.INTACT));
        assertThat(all.unreadable()).isZero();
    }
}
