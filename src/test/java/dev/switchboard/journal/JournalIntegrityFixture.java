package dev.switchboard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A journal of its own, and what its tests of damage have in common. */
abstract class JournalIntegrityFixture {
    static final Instant NOW = Instant.parse("2026-11-25T07:00:00.123456Z");
    static final ChangeTarget PLACE = new ChangeTarget("DynamoDB", "t", null, null, "eu-central-1", null);
    static final Actor WHO = new Actor("anna", null, null);

    @TempDir
    Path home;

    Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(home, "dev", () -> NOW);
    }

    static WritePermit begin(Journal journal) {
        return journal.begin(Intent.of("seed", "Seeding.", UndoKind.ROWS), PLACE, WHO, null);
    }

    static List<Change> batch(int from) {
        return IntStream.range(from, from + 3)
                .mapToObj(i -> new Change("{\"pk\":{\"S\":\"k-" + i + "\"}}", i % 2 == 0 ? null : "{\"n\":{\"N\":\"1\"}}",
                        "{\"n\":{\"N\":\"2\"},\"message\":{\"S\":\"Grüße * 😀 {JM}\"}}"))
                .toList();
    }

    String unclosed() {
        WritePermit change = begin(journal);
        change.rows(batch(0));
        change.rows(batch(3));
        change.rows(batch(6));
        return change.id();
    }

    String closed() {
        WritePermit change = begin(journal);
        change.rows(batch(0));
        change.rows(batch(3));
        change.rows(batch(6));
        change.done("Done.");
        return change.id();
    }

    Path file() {
        return home.resolve("dev-2026-11-25.jsonl");
    }

    List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file()));
    }

    void write(List<String> lines) throws IOException {
        Files.write(file(), lines);
    }

    List<Change> rows(String id) {
        List<Change> rows = new ArrayList<>();
        journal.rows(id, rows::add);
        return rows;
    }

    Integrity integrity(String id) {
        Entry listed = journal.list(50).entries().stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
        assertThat(journal.get(id)).as("found as it is listed").isEqualTo(listed);
        return listed.integrity();
    }

    void assertDamaged(String id, String... words) {
        assertThat(integrity(id).state()).as("the state of %s", id).isEqualTo(IntegrityState.DAMAGED);
        assertThat(integrity(id).damage()).contains("dev-2026-11-25.jsonl").contains(words);
        assertThat(journal.get(id).noUndoReason()).isEqualTo(integrity(id).damage());
    }

    void assertIntact(String id) {
        assertThat(integrity(id)).isEqualTo(Integrity.INTACT);
        assertThat(journal.get(id).noUndoReason()).isNull();
    }
}
