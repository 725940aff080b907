package dev.switchboard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journals of earlier versions, without checksums, stay readable, and nothing else is taken for one. */
class EarlierJournalTest extends JournalIntegrityFixture {
    /** The lines as earlier versions wrote them. */
    private static List<String> earlier(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst(",\"number\":\\d+", "")
                        .replaceFirst(",\"version\":2", "")
                        .replaceFirst(",\"count\":\\d+", "")
                        .replaceFirst(",\"crc\":\"[0-9a-f]{8}\"}$", "}"))
                .map(line -> line.startsWith("{\"line\":\"outcome\"") ? line.replaceFirst(",\"attempt\":1", "") : line)
                .toList();
    }

    @Test
    void aFileOfAnEarlierVersionIsReadAndSaidNotToBeVerified() throws IOException {
        String id = closed();
        String open = unclosed();
        write(earlier(lines()));
        assertThat(lines().getFirst()).doesNotContain("crc", "number", "version");
        assertThat(integrity(id)).isEqualTo(Integrity.UNVERIFIED);
        assertThat(integrity(open)).isEqualTo(Integrity.UNVERIFIED);
        assertThat(journal.get(id).noUndoReason()).isNull();
        assertThat(rows(id)).hasSize(9);
        String later = closed();
        journal.undone(id, later);
        assertIntact(later);
        assertThat(integrity(id)).isEqualTo(Integrity.UNVERIFIED);
        assertThat(journal.get(id).undoneBy()).isEqualTo(later);
        List<String> whole = lines();
        whole.set(2, whole.get(2).substring(1));
        write(whole);
        assertDamagedOnUndo(id, "a line that is not JSON");
        whole.set(2, whole.get(2).replaceFirst("\"line\"", "{\"line\"").replaceFirst("\"rows\":\\[", "\"rows\":[["));
        write(whole);
        assertDamagedOnUndo(id, "images that are not JSON");
    }

    private void assertDamagedOnUndo(String id, String what) {
        assertThat(journal.get(id).integrity().state()).as(what).isEqualTo(IntegrityState.DAMAGED);
    }

    @Test
    void aLineWithoutItsChecksumDoesNotBecomeThatOfAnEarlierVersion() throws IOException {
        String id = closed();
        List<String> whole = lines();
        List<String> stripped = earlier(whole);
        for (int i = 0; i < 5; i++) {
            List<String> one = new ArrayList<>(whole);
            one.set(i, whole.get(i).replaceFirst(",\"crc\":\"[0-9a-f]{8}\"}$", "}"));
            write(one);
            assertThat(integrity(id).isDamaged()).as("line %s without its checksum", i + 1).isTrue();
            one.set(i, stripped.get(i));
            write(one);
            assertThat(integrity(id).isDamaged()).as("line %s as that of an earlier version", i + 1).isTrue();
        }
        String open = unclosed();
        whole = lines();
        whole.set(whole.size() - 1, whole.getLast().replaceFirst(",\"crc\":\"[0-9a-f]{8}\"}$", "}"));
        write(whole);
        assertThat(integrity(open).isDamaged()).isTrue();
    }
}
