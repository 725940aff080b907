package dev.switchboard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that are over are compressed, read as before, and deleted only beyond limits that an operator set. */
class PackedJournalTest {
    private static final ChangeTarget PLACE = new ChangeTarget("DynamoDB", "t", null, null, null, null);
    private static final Actor WHO = new Actor("anna", null, null);
    private static final Instant FIRST = Instant.parse("2026-11-25T07:00:00Z");

    @TempDir
    Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(FIRST);
    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(home, "dev", now::get);
    }

    private static Change change(int i) {
        return new Change("{\"pk\":{\"S\":\"k" + i + "\"}}", null, "{\"pk\":{\"S\":\"k" + i + "\"},\"m\":{\"S\":\"Grüße\"}}");
    }

    private String write(int rows) {
        WritePermit permit = journal.begin(Intent.of("items write", "Writing.", UndoKind.ROWS), PLACE, WHO, null);
        for (int i = 0; i < rows; i++) {
            permit.rows(List.of(change(i)));
        }
        permit.done("Written.");
        return permit.id();
    }

    private void days(int days) {
        now.set(now.get().plus(Duration.ofDays(days)));
    }

    private List<Change> rows(String id) {
        List<Change> rows = new ArrayList<>();
        journal.rows(id, rows::add);
        return rows;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDayThatIsOverIsCompressedAndReadAsBefore() throws IOException {
        String id = write(3);
        Entry before = journal.get(id);
        byte[] plain = Files.readAllBytes(home.resolve("dev-2026-11-25.jsonl"));
        journal.tidy(JournalLimits.NONE);
        assertThat(files()).as("today").containsExactly("dev-2026-11-25.jsonl");
        days(1);
        String next = write(1);
        journal.tidy(JournalLimits.NONE);
        assertThat(files()).containsExactly("dev-2026-11-25.jsonl.gz", "dev-2026-11-26.jsonl");
        try (GZIPInputStream packed = new GZIPInputStream(Files.newInputStream(home.resolve("dev-2026-11-25.jsonl.gz")))) {
            assertThat(packed.readAllBytes()).isEqualTo(plain);
        }
        assertThat(journal.get(id)).isEqualTo(before).extracting(entry -> entry.integrity().state()).isEqualTo(IntegrityState.INTACT);
        assertThat(rows(id)).containsExactly(change(0), change(1), change(2));
        assertThat(journal.list(10).entries()).extracting(Entry::id).containsExactly(next, id);
    }

    @Test
    void aLineThatFollowsLaterIsReadAndCompressedToo() throws IOException {
        String id = write(2);
        String other = write(1);
        days(2);
        journal.tidy(JournalLimits.NONE);
        journal.undone(id, "first");
        assertThat(files()).containsExactly("dev-2026-11-25.jsonl", "dev-2026-11-25.jsonl.gz");
        assertThat(journal.get(id).undoneBy()).isEqualTo("first");
        journal.tidy(JournalLimits.NONE);
        assertThat(files()).containsExactly("dev-2026-11-25.jsonl.gz");
        journal.undone(other, "second");
        assertThat(journal.list(10).entries()).extracting(Entry::undoneBy).containsExactly("second", "first");
        assertThat(journal.list(10).entries()).noneMatch(entry -> entry.integrity().isDamaged());
    }

    @Test
    void aPlainFileThatAKilledProcessLeftBesideTheCompressedOneIsReadOnce() throws IOException {
        String id = write(3);
        Path file = home.resolve("dev-2026-11-25.jsonl");
        byte[] plain = Files.readAllBytes(file);
        days(2);
        journal.tidy(JournalLimits.NONE);
        Files.write(file, plain);
        assertThat(rows(id)).hasSize(3);
        assertThat(journal.get(id).integrity().state()).isEqualTo(IntegrityState.INTACT);
        journal.undone(id, "by");
        assertThat(rows(id)).hasSize(3);
        assertThat(journal.get(id)).extracting(Entry::undoneBy, entry -> entry.integrity().state())
                .containsExactly("by", IntegrityState.INTACT);
        journal.tidy(JournalLimits.NONE);
        assertThat(files()).containsExactly("dev-2026-11-25.jsonl.gz");
        assertThat(rows(id)).hasSize(3);
    }

    @Test
    void aLastLineThatWasCutOffStaysALineOfItsOwn() throws IOException {
        String id = write(1);
        WritePermit open = journal.begin(Intent.of("items write", "Writing.", UndoKind.ROWS), PLACE, WHO, null);
        Files.writeString(home.resolve("dev-2026-11-25.jsonl"), "{\"line\":\"rows\",\"id\":\"" + open.id() + "\",\"num",
                StandardOpenOption.APPEND);
        days(2);
        journal.tidy(JournalLimits.NONE);
        journal.undone(id, "by");
        assertThat(journal.get(id)).extracting(Entry::undoneBy, entry -> entry.integrity().state())
                .containsExactly("by", IntegrityState.INTACT);
        assertThat(journal.get(open.id()).integrity().isDamaged()).isFalse();
    }

    /** The process that is killed while it compresses, again and again. */
    public static final class Victim {
        public static void main(String[] arguments) {
            Journal journal = new Journal(Path.of(arguments[0]), "dev", () -> FIRST.plus(Duration.ofDays(2)));
            System.out.println("ready");
            String id = arguments[1];
            for (int i = 0;; i++) {
                journal.tidy(JournalLimits.NONE);
                journal.undone(id, String.valueOf(i));
            }
        }
    }

    @Test
    void whenItIsKilledWhileItCompressesNothingIsLostOrRepeated() throws Exception {
        String id = write(10);
        List<Change> before = rows(id);
        for (int kill = 0; kill < 3; kill++) {
            Process process = new ProcessBuilder(JavaProcess.java(List.of(), Victim.class.getName(), home.toString(), id))
                    .redirectErrorStream(true).start();
            try {
                assertThat(process.inputReader().readLine()).isEqualTo("ready");
                process.waitFor(ThreadLocalRandom.current().nextInt(5, 120), TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly().onExit().join();
            }
            assertThat(rows(id)).isEqualTo(before);
            assertThat(journal.get(id).integrity().state()).isEqualTo(IntegrityState.INTACT);
        }
    }

    @Test
    void daysBeyondTheLimitsAreDeletedAndTheJournalSaysSo() throws IOException {
        String first = write(1);
        days(1);
        WritePermit unfinished = journal.begin(Intent.of("items write", "Writing.", UndoKind.ROWS), PLACE, WHO, null);
        days(1);
        write(1);
        days(1);
        String today = write(1);
        journal.tidy(new JournalLimits(5, null));
        assertThat(journal.list(10).entries()).as("within the limit").hasSize(4);
        journal.tidy(new JournalLimits(1, null));
        assertThat(files()).containsExactly("dev-2026-11-26.jsonl.gz", "dev-2026-11-27.jsonl.gz", "dev-2026-11-28.jsonl");
        Entry entry = journal.list(1).entries().getFirst();
        assertThat(entry.intent().what())
                .isEqualTo("Deleting 1 day of the journal, up to 2026-11-25, because of the limits in the settings.");
        assertThat(entry.noUndoReason()).contains("cannot be restored");
        assertThat(journal.find(unfinished.id())).isPresent();
        assertThat(journal.find(today)).isPresent();
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> journal.get(first))
                .withMessageContaining("The journal begins on 2026-11-26; earlier days may have been deleted");
    }

    @Test
    void whatAKilledProcessLeftIsDeletedADayLater() throws IOException {
        write(1);
        Path old = Files.writeString(home.resolve(".switchboard-0123.part"), "");
        Files.setLastModifiedTime(old, FileTime.from(FIRST.minus(Duration.ofDays(2))));
        Path young = Files.writeString(home.resolve(".switchboard-4567.part"), "");
        Files.setLastModifiedTime(young, FileTime.from(FIRST.minus(Duration.ofHours(2))));
        journal.tidy(JournalLimits.NONE);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void theOldestDaysBeyondTheSizeAreDeletedButNeverToday() throws IOException {
        String large = "{\"pk\":{\"S\":\"" + random(1_200_000) + "\"}}";
        String last = "";
        for (int day = 0; day < 3; day++) {
            WritePermit permit = journal.begin(Intent.of("items write", "Writing.", UndoKind.ROWS), PLACE, WHO, null);
            permit.rows(List.of(new Change(large, null, null)));
            permit.done("");
            last = permit.id();
            days(1);
        }
        now.set(now.get().minus(Duration.ofDays(1)));
        journal.tidy(new JournalLimits(null, 4));
        assertThat(files()).hasSize(3);
        journal.tidy(new JournalLimits(null, 1));
        assertThat(files()).containsExactly("dev-2026-11-27.jsonl");
        assertThat(journal.find(last)).isPresent();
    }

    private static String random(int size) {
        StringBuilder text = new StringBuilder(size);
        ThreadLocalRandom.current().ints(size, 'A', 'z').filter(c -> c != '\\').forEach(text::appendCodePoint);
        return text.toString();
    }
}
