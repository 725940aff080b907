package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.change.ItemUndoManager;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.OutcomeState;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that was begun while prd was unlocked goes on to its end, and one that was interrupted can be resumed or undone. */
class LongWritesTest {
    private static final int ITEMS = 1500;

    @TempDir
    Path folder;

    private final URI engine = TestEngines.dynamoDb();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T03:00:00Z"));
    private final WriteLock lock = new WriteLock("prd", true, now::get, () -> now.get().toEpochMilli() * 1_000_000);
    private final Journal journal = TestJournal.dev();
    private final AwsClients dev = TestAws.clients(engine);
    private final String name = TestAws.tableName("long");
    private AwsClients prd;
    private Backups backups;

    @BeforeEach
    void fill() {
        Settings settings = Settings.resolve(
                Environment.PRD, Map.of(Setting.AWS_REGION, "us-east-1"), Map.of(), SettingsFile.read(folder.resolve("none")));
        prd = new AwsClients(settings, lock, new ActivityLog(), journal, () -> engine, () -> engine, null, Timeouts.USUAL);
        backups = new Backups(prd, folder);
        new Tables(dev).create(MessagesTablePreset.of(name, false, false, true), Progress.NONE);
        new BatchWriter(dev).write(name, IntStream.range(0, ITEMS).mapToObj(LongWritesTest::put).toList(), Progress.NONE);
    }

    @AfterEach
    void close() {
        prd.close();
    }

    private static Write put(int i) {
        return new Write.Put(Item.builder().string("pk", "GRP#" + i).string("sk", "1").string("message", "m" + i).build(), false);
    }

    /** Lets eleven minutes pass at a step whose text contains this. */
    private Progress elevenMinutesAt(String step) {
        return new Progress() {
            @Override
            public void step(String text) {
                if (text.contains(step)) {
                    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(11)));
                }
            }

            @Override
            public void advance(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    /** Asks to stop once 25 items are written; the file is counted once before. */
    private static Progress stoppedWhileWriting() {
        return new RecordedProgress(new LongPredicate() {
            private long last;
            private boolean again;

            @Override
            public boolean test(long done) {
                again |= done < last;
                last = done;
                return again && done >= 25;
            }
        });
    }

    private Set<Item> items(String table) {
        Set<Item> items = new HashSet<>();
        new TableScanner(dev, Environment.DEV.policy()).scan(table, new ScanOptions(0, 1, ScanOptions.USUAL_RATE),
                page -> items.addAll(page.items()), Progress.NONE);
        return items;
    }

    @Test
    void aRestoreThatOutlastsTheUnlockedTimeIsWrittenToItsEnd() {
        BackupFile backup = backups.backup(name, null, Progress.NONE);
        String other = TestAws.tableName("restored");
        lock.unlock("prd");
        assertThat(backups.restore(backup.file(), other, elevenMinutesAt("items")).items()).isEqualTo(ITEMS);
        assertThat(lock.isOpen()).isFalse();
        assertThat(items(other)).isEqualTo(items(name));
        assertThatExceptionOfType(OperationRefusedException.class)
                .isThrownBy(() -> backups.restore(backup.file(), TestAws.tableName("late"), Progress.NONE));
    }

    @Test
    void aDropWhoseBackupOutlastsTheUnlockedTimeGoesOn() {
        lock.unlock("prd");
        TableDeleteResult dropped = new TableDeleter(prd, backups).drop(name, name, true, elevenMinutesAt("Back"));
        assertThat(lock.isOpen()).isFalse();
        assertThat(dropped.backup()).exists();
        assertThat(new Tables(dev).find(name)).isEmpty();
        assertThat(journal.list(1).entries().getFirst().noUndoReason()).contains(String.valueOf(dropped.backup()));
    }

    @Test
    void anInterruptedRestoreIsResumedByRestoringAgain() {
        BackupFile backup = backups.backup(name, null, Progress.NONE);
        String other = TestAws.tableName("resumed");
        lock.unlock("prd");
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> backups.restore(backup.file(), other, stoppedWhileWriting()))
                .satisfies(cancelled -> assertThat(cancelled.remedy()).contains("journal undo"));
        int before = items(other).size();
        assertThat(before).isBetween(1, ITEMS - 1);
        RecordedProgress progress = new RecordedProgress();
        assertThat(backups.restore(backup.file(), other, progress).items()).isEqualTo(ITEMS);
        assertThat(progress.steps()).anyMatch(step -> step.contains(String.format("%,d of %,d", before, ITEMS)));
        assertThat(items(other)).isEqualTo(items(name));
    }

    @Test
    void anInterruptedRestoreCanBeUndone() {
        BackupFile backup = backups.backup(name, null, Progress.NONE);
        String other = TestAws.tableName("undone");
        new Tables(dev).create(MessagesTablePreset.of(other, false, false, true), Progress.NONE);
        lock.unlock("prd");
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> backups.restore(backup.file(), other, stoppedWhileWriting()));
        var interrupted = journal.list(1).entries().getFirst();
        assertThat(interrupted.outcome().state()).isEqualTo(OutcomeState.CANCELLED);
        new ItemUndoManager(prd).undo(interrupted, Progress.NONE);
        assertThat(items(other)).isEmpty();
    }

    @Test
    void aTableWhoseItemsDifferFromTheBackupIsLeftAsItIs() {
        BackupFile backup = backups.backup(name, null, Progress.NONE);
        new BatchWriter(dev).write(name,
                List.of(new Write.Put(Item.builder().string("pk", "GRP#7").string("sk", "1").string("message", "other").build(), false)),
                Progress.NONE);
        Set<Item> before = items(name);
        lock.unlock("prd");
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> backups.restore(backup.file(), null, Progress.NONE))
                .satisfies(failed -> assertThat(((Failure) failed).sentence()).contains("Nothing was written"));
        assertThat(items(name)).isEqualTo(before);
    }

    @Test
    void unlockingForACommandLastsUntilItIsClosed() {
        lock.unlockUntilClosed("prd");
        now.updateAndGet(instant -> instant.plus(Duration.ofHours(3)));
        assertThat(lock.isOpen()).isTrue();
        lock.lock();
        assertThat(lock.isOpen()).isFalse();
    }
}
