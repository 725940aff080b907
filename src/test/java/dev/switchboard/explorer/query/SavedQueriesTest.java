package dev.switchboard.explorer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedQueriesTest {
    @TempDir
    Path root;

    @Test
    void queriesAreReadableFilesOfAFolder() throws IOException {
        SavedQueries queries = new SavedQueries(new Home(root));
        assertThat(queries.list()).isEmpty();
        Path file = queries.save(new SavedQuery("Nachrichten für Ada", "SCAN \"t\""));
        assertThat(root.relativize(file)).hasToString("queries/nachrichten-fur-ada.query");
        assertThat(file).hasContent("-- Nachrichten für Ada\nSCAN \"t\"\n");
    }

    @Test
    void namesWithTheSameFileNameDoNotReplaceEachOther() {
        SavedQueries queries = new SavedQueries(new Home(root));
        queries.save(new SavedQuery("a b", "SCAN one"));
        queries.save(new SavedQuery("a/b", "SCAN two"));
        queries.save(new SavedQuery("A B", "SCAN three"));
        queries.save(new SavedQuery("../..", "SCAN four"));
        assertThat(queries.list()).extracting(SavedQuery::text).containsExactly("SCAN four", "SCAN three", "SCAN two");
        queries.delete("a/b");
        assertThat(queries.list()).extracting(SavedQuery::name).containsExactly("../..", "A B");
        assertThatThrownBy(() -> queries.find("a/b")).isInstanceOf(InvalidInputException.class).hasMessageContaining("a/b");
    }

    @Test
    void filesOfOthersAreRead() throws IOException {
        Files.createDirectories(root.resolve("queries"));
        Files.writeString(root.resolve("queries/by-hand.query"), "SCAN t\r\nLIMIT 3\r\n");
        Files.writeString(root.resolve("queries/README.md"), "not a query");
        assertThat(new SavedQueries(new Home(root)).list()).containsExactly(new SavedQuery("by-hand", "SCAN t\nLIMIT 3"));
    }

    @Test
    void aNameOfManyLinesIsRefused() {
        SavedQueries queries = new SavedQueries(new Home(root));
        assertThatThrownBy(() -> queries.save(new SavedQuery("a\nb", "SCAN t"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> queries.save(new SavedQuery(" ", "SCAN t"))).isInstanceOf(InvalidInputException.class);
        assertThat(queries.list()).isEmpty();
    }

    @Test
    void historyKeepsTheNewestRunsAndSkipsDamagedLines() throws IOException {
        RunHistory history = new RunHistory(new Home(root), Environment.DEV);
        Instant start = Instant.parse("2026-11-26T17:00:00Z");
        for (int i = 0; i < 2 * RunHistory.MOST + 3; i++) {
            history.add(new QueryRun(start.plusSeconds(i), "SCAN t", QueryRun.Outcome.LIMIT, i, i, 0.5, Duration.ofMillis(7)));
        }
        Files.writeString(root.resolve("history/dev.jsonl"), "{\"at\":\n", StandardOpenOption.APPEND);
        List<QueryRun> runs = history.list();
        assertThat(runs).hasSize(RunHistory.MOST);
        assertThat(runs.getFirst().items()).isEqualTo(2 * RunHistory.MOST + 2);
        assertThat(new RunHistory(new Home(root), Environment.PRD).list()).isEmpty();
    }
}
