package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemTest;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backup, deletion with a backup, and restore of tables. */
class BackupsTest {
    @TempDir
    Path folder;

    private AwsClients clients;
    private Backups backups;
    private Tables tables;
    private TableDeleter dropper;
    private String name;

    private void open(NamedEngine engine) {
        clients = TestAws.clients(engine.endpoint());
        backups = new Backups(clients, folder);
        tables = new Tables(clients);
        dropper = new TableDeleter(clients, backups);
        name = TestAws.tableName("kept");
    }

    private static NamedEngine first() {
        return TestEngines.everyDynamoDb().getFirst();
    }

    private void fill(int rows) {
        tables.create(MessagesTablePreset.of(name, true, true, false), Progress.NONE);
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Put(Item.ofJson(ItemTest.EVERY_TYPE).with("sk", "every type"), false));
        IntStream.range(1, rows).forEach(i -> writes.add(new Write.Put(
                Item.builder().string("pk", "GRP#" + i).string("sk", "2026-01-01T00:00:00-05:00").string("message_group_uuid", "ü\n" + i)
                        .build(),
                false)));
        new BatchWriter(clients).write(name, writes, Progress.NONE);
    }

    private Set<Item> rows(String table) {
        Set<Item> rows = new HashSet<>();
        new TableScanner(clients, Environment.DEV.policy()).scan(table, new ScanOptions(0, 1, ScanOptions.USUAL_RATE),
                page -> rows.addAll(page.items()),
                Progress.NONE);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void whatIsDroppedComesBackWithEveryTypeIndexesStreamAndCapacity(NamedEngine engine) {
        open(engine);
        fill(60);
        Set<Item> before = rows(name);
        TableDefinition definition = TableDefinition.of(tables.describe(name));
        TableDeleteResult dropped = dropper.drop(name, name, true, Progress.NONE);
        assertThat(tables.find(name)).isEmpty();
        TableRestoreResult restored = backups.restore(dropped.backup(), null, Progress.NONE);
        assertThat(restored).isEqualTo(new TableRestoreResult(name, 60, true));
        assertThat(rows(name)).isEqualTo(before).hasSize(60);
        assertThat(definition.differences(tables.describe(name))).isEmpty();
        assertThat(backups.list()).singleElement().satisfies(listed -> {
            assertThat(listed.file()).isEqualTo(dropped.backup());
            assertThat(listed.table()).isEqualTo(name);
            assertThat(listed.items()).isEqualTo(60);
            assertThat(listed.bytes()).isPositive();
        });
    }

    @Test
    void itIsGzipOfJsonLinesThatOtherToolsRead() throws Exception {
        open(first());
        fill(3);
        BackupFile backup = backups.backup(name, null, Progress.NONE);
        assertThat(backup.file().getFileName().toString()).matches(name + "_\\d{8}T\\d{6}\\.\\d{3}Z\\.switchboard");
        List<String> lines = new String(new GZIPInputStream(Files.newInputStream(backup.file())).readAllBytes(), StandardCharsets.UTF_8)
                .lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).contains("\"items\":3").contains("message-group-sk-index").contains("NEW_IMAGE");
        assertThat(lines.subList(1, 4)).allMatch(line -> line.startsWith("{\"Item\":{") && line.endsWith("}}"));
        assertThat(folder).as("no temporary file stays").isDirectoryContaining(f -> f.equals(backup.file()))
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void restoreGoesUnderAnotherNameButNeverIntoATableThatHoldsSomething() {
        open(first());
        fill(5);
        BackupFile backup = backups.backup(name, null, Progress.NONE);
        Write added = new Write.Put(Item.builder().string("pk", "GRP#another").string("sk", "1").build(), false);
        new BatchWriter(clients).write(name, List.of(added), Progress.NONE);
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> backups.restore(backup.file(), null, Progress.NONE))
                .withMessageContaining("Nothing was written");
        assertThat(rows(name)).hasSize(6);
        String other = TestAws.tableName("other");
        assertThat(backups.restore(backup.file(), other, Progress.NONE).items()).isEqualTo(5);
        String empty = TestAws.tableName("empty");
        tables.create(MessagesTablePreset.of(empty, false, false, true), Progress.NONE);
        assertThat(backups.restore(backup.file(), empty, Progress.NONE)).isEqualTo(new TableRestoreResult(empty, 5, false));
        String otherKeys = TestAws.tableName("keys");
        tables.create(
                new TableDefinition(otherKeys, List.of(KeyAttribute.hash("id", "S")), List.of(), "PAY_PER_REQUEST", 0, 0, null, false,
                        Map.of()),
                Progress.NONE);
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> backups.restore(backup.file(), otherKeys, Progress.NONE))
                .withMessageContaining("keys");
        assertThatThrownBy(() -> backups.restore(backup.file(), "../x", Progress.NONE)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aBackupOverwritesNoFile() throws Exception {
        open(first());
        fill(2);
        Path mine = Files.writeString(folder.resolve("mine.jsonl.gz"), "precious");
        assertThatThrownBy(() -> backups.backup(name, mine, Progress.NONE)).isInstanceOf(InvalidInputException.class);
        assertThat(mine).hasContent("precious");
        assertThat(backups.list()).as("what is no backup is left out").isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenStopsTheDrop() throws Exception {
        open(first());
        fill(5);
        // A file in place of the folder, which not even root can write to.
        Path file = Files.writeString(folder.resolve("no-folder"), "in the way");
        TableDeleter stopped = new TableDeleter(clients, new Backups(clients, file.resolve("backups")));
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> stopped.drop(name, name, true, Progress.NONE))
                .withMessageContaining("could not be written")
                .withMessageContaining("Nothing was deleted");
        assertThat(rows(name)).hasSize(5);
        assertThat(file).hasContent("in the way");
    }

    @Test
    void aCancelledBackupStopsTheDropAndLeavesNoFile() {
        open(first());
        fill(30);
        RecordedProgress progress = new RecordedProgress(done -> done > 0);
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> dropper.drop(name, name, true, progress))
                .withMessageContaining("The table is unchanged");
        assertThat(rows(name)).hasSize(30);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCancelledRestoreSaysWhatItLeft() {
        open(first());
        fill(600);
        BackupFile backup = backups.backup(name, null, Progress.NONE);
        String other = TestAws.tableName("half");
        RecordedProgress progress = new RecordedProgress();
        RecordedProgress watching =
                new RecordedProgress(done -> progress.steps().stream().anyMatch(step -> step.startsWith("Writing")) && done >= 25);
        Progress both = new Progress() {
            @Override
            public void step(String text) {
                progress.step(text);
            }

            @Override
            public void advance(long done, long total) {
                watching.advance(done, total);
            }

            @Override
            public boolean isCancelled() {
                return watching.isCancelled();
            }
        };
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> backups.restore(backup.file(), other, both))
                .satisfies(cancelled -> assertThat(cancelled.sentence()).contains(rows(other).size() + " writes"))
                .withMessageContaining("Restore the backup into " + other + " again to resume");
        assertThat(watching.total()).isEqualTo(600);
    }

    @Test
    void damagedForeignAndSwollenFilesAreRefusedWithTheLineAndNothingIsMade() throws Exception {
        open(first());
        fill(20);
        byte[] good = Files.readAllBytes(backups.backup(name, null, Progress.NONE).file());
        List<String> lines = new String(new GZIPInputStream(new ByteArrayInputStream(good)).readAllBytes(), StandardCharsets.UTF_8)
                .lines().toList();
        dropper.drop(name, name, false, Progress.NONE);

        refused(new byte[0], "not a Switchboard backup");
        refused("hello".getBytes(StandardCharsets.UTF_8), "not a Switchboard backup");
        refused(gzip("hello\n"), "not a Switchboard backup");
        refused(gzip("{\"switchboardBackup\":2,\"items\":0}\n"), "not a Switchboard backup");
        refused(gzip("{\"switchboardBackup\":1,\"at\":\"x\",\"items\":0}\n"), "not a Switchboard backup");
        refused(Arrays.copyOf(good, good.length - 20), "damaged at line");
        refused(gzip(String.join("\n", lines.subList(0, 15)) + "\n"), "declares 20 items, but the file ends after 14");
        refused(gzip(String.join("\n", lines) + "\n" + lines.getLast() + "\n"),
                "damaged at line 22: the file contains more than the 20 items");
        refused(gzip(lines.getFirst() + "\n" + lines.get(1) + "\nnonsense\n"), "damaged at line 3: the line does not contain a valid item");
        refused(gzip(lines.getFirst() + "\n{\"Item\":{\"pk\":{\"N\":\"x\"}}}\n"), "damaged at line 2");
        refused(gzip(lines.getFirst() + "\n{\"Item\":{\"pk\":{\"S\":\"x\"}}}\n"), "the item has no key sk of type S");
        refused(gzip(lines.getFirst() + "\n" + "x".repeat(60_000_000) + "\n"), "damaged at line 2: the line is longer");
        byte[] flipped = good.clone();
        // Among the items: the header of a gzip member has bytes that do not matter.
        flipped[good.length * 3 / 4] ^= 0x55;
        refused(flipped, "damaged");
        refused(notUtf8(lines.getFirst()), "damaged at line 2");
        assertThatThrownBy(() -> backups.restore(folder.resolve("none"), null, Progress.NONE)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> backups.restore(folder, null, Progress.NONE)).isInstanceOf(Failure.class);
    }

    private void refused(byte[] bytes, String words) throws IOException {
        Path file = Files.write(folder.resolve("bad.gz"), bytes);
        assertThatExceptionOfType(InvalidInputException.class)
                .as(words)
                .isThrownBy(() -> backups.restore(file, null, Progress.NONE))
                .satisfies(bad -> assertThat(bad.sentence()).contains(words));
        assertThat(tables.find(name)).as("nothing half made").isEmpty();
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] notUtf8(String header) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write((header + "\n{\"Item\":{\"pk\":{\"S\":\"").getBytes(StandardCharsets.UTF_8));
        text.write(0xff);
        text.write("\"}}}\n".getBytes(StandardCharsets.UTF_8));
        return gzip(text.toByteArray());
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }
}
