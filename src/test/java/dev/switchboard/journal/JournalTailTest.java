package dev.switchboard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTailTest {
    private static final ChangeTarget PLACE = new ChangeTarget("DynamoDB", "t", null, "123456789012", "eu-central-1", null);
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    Path home;

    private Journal own;
    private Journal other;
    private JournalTail tail;

    @BeforeEach
    void twoConsolesOfOneHome() {
        own = journal();
        other = journal();
        tail = new JournalTail(new JournalFolder(home, "dev"), nanos::get);
    }

    private Journal journal() {
        return new Journal(home, "dev", () -> Instant.parse("2026-11-25T07:00:00Z"));
    }

    private static WritePermit begin(Journal in) {
        return in.begin(Intent.of("conversations send", "Sending.", UndoKind.TRANSACTION), PLACE, new Actor("anna", null, null), null);
    }

    private List<EndedChange> look() throws IOException {
        return tail.look(own::isOwn);
    }

    @Test
    void tellsWhatAnotherProcessHasEndedOnceWithItsKeys() throws IOException {
        WritePermit sending = begin(other);
        sending.rows(List.of(new Change("{\"pk\":{\"S\":\"k\"}}", null, null)));
        assertThat(look()).as("it has not ended").isEmpty();
        sending.done("Sent.");
        assertThat(look()).containsExactly(new EndedChange(
                sending.id(), "conversations send", PLACE, Set.of("{\"pk\":{\"S\":\"k\"}}"), null, OutcomeState.DONE));
        assertThat(look()).isEmpty();
    }

    @Test
    void ownChangesAreNotTold() throws IOException {
        begin(own).done("Sent.");
        assertThat(look()).isEmpty();
    }

    @Test
    void whatEndedBeforeTheFirstLookIsNotToldAndWhatBeganBeforeIs() throws IOException {
        begin(other).done("Sent.");
        WritePermit begun = begin(other);
        tail = new JournalTail(new JournalFolder(home, "dev"), nanos::get);
        begun.failed("Refused.");
        assertThat(look()).containsExactly(
                new EndedChange(begun.id(), "conversations send", PLACE, null, null, OutcomeState.FAILED));
    }

    @Test
    void lineThatIsNotWholeYetIsReadWhenItIs() throws IOException {
        WritePermit sending = begin(other);
        sending.done("Sent.");
        Path file = home.resolve("dev-2026-11-25.jsonl");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
        assertThat(look()).isEmpty();
        Files.write(file, java.util.Arrays.copyOfRange(whole, whole.length - 20, whole.length), StandardOpenOption.APPEND);
        assertThat(look()).extracting(EndedChange::id).containsExactly(sending.id());
    }

    @Test
    void changeOfAKilledProcessIsToldAfterAWhile() throws IOException {
        WritePermit killed = begin(other);
        assertThat(look()).isEmpty();
        nanos.addAndGet(JournalTail.SILENCE_NANOS + 1);
        assertThat(look()).extracting(EndedChange::id, EndedChange::state)
                .containsExactly(org.assertj.core.api.Assertions.tuple(killed.id(), OutcomeState.UNKNOWN));
        assertThat(look()).isEmpty();
    }

    @Test
    void keysOfALargeChangeAreNotTold() throws IOException {
        WritePermit large = begin(other);
        for (int line = 0; line < 50; line++) {
            int from = line * 25;
            large.rows(IntStream.range(from, from + 25).mapToObj(i -> new Change("{\"pk\":" + i + "}", null, "{\"x\":1}")).toList());
        }
        large.done("Written.");
        assertThat(look()).singleElement().satisfies(change -> assertThat(change.keys()).isNull());
    }
}
