package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An undo from a damaged journal writes nothing, or restores exactly what there was before. */
class DamagedJournalTest {
    private static final int FLIPS = Boolean.getBoolean("thorough") ? 200 : 60;
    /** What is flipped in turn: everything, then the parts of a line. */
    private static final List<String> PARTS = List.of(".", "\"id\":\"[^\"]+", "\"(number|attempt|count)\":\\d+", "\"key\":\\{.*?}}",
            "\"before\":[^,]*?\\{.*?}}", "\"after\":[^,]*?\\{.*?}}", "\"crc\":\"\\w+\"", "\"line\":\"\\w+", "\n");

    @TempDir
    Path home;

    @AutoClose private SessionFixture fixture;

    private ChangeHistory changes;

    @BeforeEach
    void open() {
        fixture = new SessionFixture(home, TestEngines.dynamoDb()).withUsers().withTable(false);
        changes = fixture.session.changes();
    }

    private Set<Item> items() {
        return new HashSet<>(fixture.all());
    }

    private String ids() {
        return fixture.session.users().all().stream().map(user -> user.handle() + "=" + user.cognitoSub()).sorted().toList().toString();
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Undoes a change; false if that was refused. */
    private boolean undo(String id, Supplier<?> state, Object before, Object after, String what) {
        UndoResult undone;
        try {
            undone = changes.undo(id, Progress.NONE);
        } catch (OperationFailedException | InvalidInputException e) {
            assertThat(state.get()).as(what).isEqualTo(after);
            return false;
        }
        assertThat(state.get()).as(what).isEqualTo(before);
        changes.undo(undone.id(), Progress.NONE);
        assertThat(state.get()).as(what).isEqualTo(after);
        return true;
    }

    private void flip(Entry change, Supplier<?> state, Object before, Object after) throws IOException {
        byte[] whole = Files.readAllBytes(file());
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("{\"line\":\"intent\",\"id\":\"" + change.id());
        Random random = new Random(152);
        int refused = 0;
        for (int i = 0; i < FLIPS; i++) {
            String part = PARTS.get(i % PARTS.size());
            List<Integer> places = new ArrayList<>();
            Matcher found = Pattern.compile(part, Pattern.DOTALL).matcher(text);
            // Each tenth is anywhere in the file, the others are in the change.
            for (boolean more = found.find(i % 10 == 0 ? 0 : start); more; more = found.find()) {
                places.add(found.start() + random.nextInt(found.end() - found.start()));
            }
            int place = places.isEmpty() ? start + random.nextInt(whole.length - start) : places.get(random.nextInt(places.size()));
            int bit = random.nextInt(8);
            byte[] flipped = whole.clone();
            flipped[place] ^= (byte) (1 << bit);
            Files.write(file(), flipped);
            refused += undo(change.id(), state, before, after, part + " at " + place + ", bit " + bit) ? 0 : 1;
        }
        assertThat(refused).isBetween(FLIPS * 8 / 10, FLIPS - 1);
        Files.write(file(), whole);
        assertThat(undo(change.id(), state, before, after, "undamaged")).isTrue();
    }

    private Entry seed() {
        fixture.session.seeder().run(fixture.plan(150), Progress.NONE);
        return fixture.last();
    }

    @Test
    void flippedBitsInTheJournalOfASeed() throws IOException {
        seed();
        Set<Item> before = items();
        fixture.session.seeder().run(fixture.plan(149), Progress.NONE);
        Entry seed = fixture.last();
        flip(seed, this::items, before, items());
    }

    @Test
    void flippedBitsInTheJournalOfASync() throws IOException {
        String before = ids();
        fixture.session.userSync().apply(fixture.session.userSync().compare(Progress.NONE), Progress.NONE);
        Entry sync = fixture.last();
        flip(sync, this::ids, before, ids());
    }

    @Test
    void missingDuplicatedAndSwappedLines() throws IOException {
        Entry seed = seed();
        Set<Item> after = items();
        List<String> whole = Files.readAllLines(file());
        int start = (int) whole.stream().takeWhile(line -> !line.contains(seed.id())).count();
        assertThat(whole.size() - start).isGreaterThan(3);
        for (int i = start; i < whole.size() - 1; i++) {
            List<String> without = new ArrayList<>(whole);
            without.remove(i);
            List<String> twice = new ArrayList<>(whole);
            twice.add(i, whole.get(i));
            List<String> swapped = new ArrayList<>(without);
            swapped.add(i + 1, whole.get(i));
            for (List<String> damaged : List.of(without, twice, swapped)) {
                Files.write(file(), damaged);
                assertThat(undo(seed.id(), this::items, Set.of(), after, "line " + (i + 1))).as("line " + (i + 1)).isFalse();
            }
        }
        Files.write(file(), whole);
        assertThat(undo(seed.id(), this::items, Set.of(), after, "undamaged")).isTrue();
    }

    @Test
    void theRefusalNamesTheFileTheLineAndTheRemedy() throws IOException {
        Entry seed = seed();
        List<String> lines = Files.readAllLines(file());
        int damaged = lines.size() - 3;
        lines.set(damaged, lines.get(damaged).replaceFirst("line (\\d+)\"", "lime $1\""));
        Files.write(file(), lines);
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> changes.undo(seed.id(), Progress.NONE))
                .withMessageContaining("cannot be undone")
                .withMessageContaining(file().getFileName() + ": line " + (damaged + 1) + " is damaged")
                .withMessageContaining("Nothing was written")
                .withMessageContaining("Restore a backup from before the change")
                .withMessageContaining("journal show " + seed.id());
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> changes.compare(changes.get(seed.id()), Progress.NONE))
                .withMessageContaining("is damaged");
        assertThat(items()).hasSize(152);
        assertThat(fixture.last().id()).as("no undo was begun").isEqualTo(seed.id());
    }

    @Test
    void anOpenChangeIsUndoneWithAWarningThatItsEndIsNotRecorded() throws IOException {
        Entry seed = seed();
        assertThat(changes.warning(seed)).isNull();
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), lines.subList(0, lines.size() - 1));
        assertThat(changes.warning(changes.get(seed.id()))).contains("The end of this change was not recorded");
        assertThat(changes.undo(seed.id(), Progress.NONE).restored()).isEqualTo(152);
        assertThat(items()).isEmpty();
    }

    @Test
    void aJournalOfAnEarlierVersionIsUndone() throws IOException {
        Entry seed = seed();
        Set<Item> after = items();
        List<String> earlier = Files.readAllLines(file()).stream()
                .map(line -> line.replaceFirst(",\"number\":\\d+", "")
                        .replaceFirst(",\"version\":2", "")
                        .replaceFirst(",\"count\":\\d+", "")
                        .replaceFirst(",\"crc\":\"[0-9a-f]{8}\"}$", "}"))
                .toList();
        Files.write(file(), earlier);
        assertThat(undo(seed.id(), this::items, Set.of(), after, "an earlier version")).isTrue();
    }
}
