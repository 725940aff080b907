package dev.switchboard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final ChangeTarget PLACE = new ChangeTarget("DynamoDB", "t", null, "123456789012", "eu-central-1", null);
    private static final Actor WHO = new Actor("anna", "role/ops/anna", null);

    @TempDir
    Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T07:00:00.123456Z"));
    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(home.resolve("journal"), "dev", now::get);
    }

    private WritePermit begin(String what) {
        return journal.begin(Intent.of("conversations send", what, UndoKind.TRANSACTION), PLACE, WHO, null);
    }

    private Path file() {
        return home.resolve("journal/dev-2026-11-25.jsonl");
    }

    private static Change change(int i) {
        return new Change("{\"pk\":{\"S\":\"k" + i + "\"}}", null, "{\"pk\":{\"S\":\"k" + i + "\"},\"message\":{\"S\":\"Grüße ’ 😀\"}}");
    }

    private List<Change> rows(String id) {
        List<Change> rows = new ArrayList<>();
        journal.rows(id, rows::add);
        return rows;
    }

    @Test
    void whatWasBegunIsOnTheDiskWithItsRowsAndItsEndFollows() throws IOException {
        WritePermit sending = begin("Sending.");
        sending.rows(List.of(change(1), change(2)));
        assertThat(journal.get(sending.id()).isOpen()).isTrue();
        now.set(now.get().plusSeconds(1));
        sending.done("Sent.");
        Entry entry = journal.get(sending.id());
        assertThat(entry.intent()).isEqualTo(Intent.of("conversations send", "Sending.", UndoKind.TRANSACTION));
        assertThat(entry.where()).isEqualTo(PLACE);
        assertThat(entry.who()).isEqualTo(WHO);
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-25T07:00:00.123456Z"));
        assertThat(entry.outcome()).isEqualTo(new Outcome(OutcomeState.DONE, "Sent.", now.get()));
        assertThat(rows(sending.id())).containsExactly(change(1), change(2));
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(3);
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).get("id").asText()).as("each line is JSON").isEqualTo(sending.id());
        }
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        begin("Sending.").done("");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent()))).isEqualTo("rwx------");
    }

    @Test
    void theNewestStandFirstOverTheDaysAndALimitSaysThatThereAreMore() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(begin("Number " + i + ".").id());
            now.set(now.get().plusSeconds(30_000));
        }
        assertThat(journal.list(10).entries()).extracting(Entry::id).containsExactlyElementsOf(ids);
        assertThat(ids).as("ids sort by time").isSortedAccordingTo((a, b) -> b.compareTo(a));
        JournalPage three = journal.list(3);
        assertThat(three.entries()).extracting(Entry::id).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(three.more()).isTrue();
        assertThat(journal.list(5).more()).isFalse();
        assertThat(new Journal(home.resolve("journal"), "prd", now::get).list(5).entries()).as("another environment").isEmpty();
    }

    @Test
    void theEndOfAChangeThatLastsOverMidnightIsFoundWithIt() {
        now.set(Instant.parse("2026-11-25T23:59:59Z"));
        WritePermit seeding = begin("Seeding.");
        now.set(Instant.parse("2026-11-26T00:00:01Z"));
        seeding.rows(List.of(change(1)));
        seeding.ended(new OperationCancelledException("Stopped after 1.", null));
        assertThat(journal.get(seeding.id()).outcome().state()).isEqualTo(OutcomeState.CANCELLED);
        assertThat(rows(seeding.id())).hasSize(1);
    }

    @Test
    void aLineThatAKillHasCutIsSkippedAndCountedAndWhatFollowsIsWhole() throws IOException {
        WritePermit cut = begin("Cut.");
        cut.rows(List.of(change(1)));
        WritePermit other = begin("Whole.");
        byte[] all = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(all, all.length - 20));
        assertThat(journal.list(5).entries()).extracting(Entry::id).containsExactly(cut.id());
        assertThat(journal.list(5).unreadable()).isEqualTo(1);
        WritePermit next = begin("After it.");
        next.rows(List.of(change(2)));
        next.done("");
        assertThat(journal.list(5).entries()).extracting(Entry::id).containsExactly(next.id(), cut.id());
        assertThat(journal.list(5).unreadable()).isEqualTo(1);
        assertThat(journal.find(other.id())).isEmpty();
        assertThat(rows(next.id())).hasSize(1);
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, StandardOpenOption.APPEND);
        assertThat(journal.list(5).unreadable()).as("bytes that are nothing").isEqualTo(2);
        assertThat(journal.list(5).entries()).hasSize(2);
    }

    @Test
    void whereItCannotBeWrittenNothingMayBeDone() throws IOException {
        Files.writeString(home.resolve("journal"), "a file in the way");
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> begin("Sending."))
                .withMessageContaining("cannot be written")
                .withMessageContaining("Changes are not allowed without a journal")
                .withMessageContaining("Free some disk space");
    }

    @Test
    void theRowsOfALaterAttemptStandInThePlaceOfTheFormer() {
        WritePermit sending = begin("Sending.");
        sending.rows(List.of(change(1), change(2)));
        sending.startOver();
        sending.rows(List.of(change(3)));
        assertThat(rows(sending.id())).containsExactly(change(3));
        assertThat(sending.rows()).isEqualTo(1);
    }

    @Test
    void aChangeOfWhichSomethingWasWrittenHasNotFailed() {
        WritePermit seeding = begin("Seeding.");
        seeding.written();
        seeding.failed("The disk is full.");
        assertThat(journal.get(seeding.id()).outcome().state()).isEqualTo(OutcomeState.PARTLY);
        seeding.done("twice");
        assertThat(journal.get(seeding.id()).outcome().sentence()).as("it ends once").isEqualTo("The disk is full.");
    }

    @Test
    void twoConsolesAndTheirThreadsWriteWholeLines() throws Exception {
        Journal other = new Journal(home.resolve("journal"), "dev", now::get);
        List<Thread> threads = IntStream.range(0, 16)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    WritePermit one =
                            (i % 2 == 0 ? journal : other).begin(Intent.of("seed", "Number " + i + ".", UndoKind.ROWS), PLACE, WHO, null);
                    one.rows(IntStream.range(0, 200).mapToObj(JournalTest::change).toList());
                    one.done("");
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        JournalPage all = journal.list(50);
        assertThat(all.entries()).hasSize(16).allMatch(entry -> entry.outcome().state() == OutcomeState.DONE);
        assertThat(all.unreadable()).isZero();
    }

    @Test
    void anInterruptedThreadStillWritesTheEnd() {
        WritePermit sending = begin("Sending.");
        Thread.currentThread().interrupt();
        sending.ended(new OperationCancelledException("Stopped.", null));
        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
        assertThat(journal.get(sending.id()).outcome().state()).isEqualTo(OutcomeState.CANCELLED);
    }

    @Test
    void whatIsNoIdIsToldSo() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> journal.get("../../etc/passwd"))
                .withMessageContaining("is not a valid journal ID");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> journal.get("20261125T070000.123456Z-00000000"))
                .withMessageContaining("was not found in the journal");
    }
}
