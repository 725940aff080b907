package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore read and write at the rate that the environment's policy allows, and say before what they use. */
@Timeout(120)
class CappedRatesTest {
    @TempDir
    Path folder;

    private final String table = TestAws.tableName("capped");

    private AwsClients prd(InterceptingProxy proxy) {
        Settings settings = Settings.resolve(
                Environment.PRD, Map.of(Setting.AWS_REGION, "us-east-1"), Map.of(), SettingsFile.read(folder.resolve("none")));
        WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
        lock.unlock("prd");
        return new AwsClients(
                settings, lock, new ActivityLog(), TestJournal.dev(), proxy::uri, proxy::uri, null, Timeouts.USUAL);
    }

    private void fill(int items) {
        AwsClients dev = TestAws.clients(TestEngines.dynamoDb());
        new Tables(dev).create(MessagesTablePreset.of(table, false, false, false), Progress.NONE);
        List<Write> writes = new ArrayList<>();
        IntStream.range(0, items).forEach(i -> writes.add(
                new Write.Put(Item.builder().string("pk", "GRP#" + i).string("sk", "1").string("message", "m").build(), false)));
        new BatchWriter(dev).write(table, writes, Progress.NONE);
    }

    @Test
    void backupComparisonAndCountInPrdReadPagesOfASecondsShareAndDevReadsWholePages() {
        fill(3);
        List<String> scans = new CopyOnWriteArrayList<>();
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb()); AwsClients prd = prd(proxy)) {
            proxy.watch((operation, body) -> {
                if (operation.equals("Scan")) {
                    scans.add(body);
                }
            });
            Backups backups = new Backups(prd, folder);
            Path file = backups.backup(table, null, Progress.NONE).file();
            assertThat(scans).as("a page of a second at half of 5 RCU").isNotEmpty().allMatch(body -> body.matches(".*\"Limit\":[1-5],.*"));
            scans.clear();
            new TableDeleter(prd, backups).drop(table, table, true, Progress.NONE);
            assertThat(scans).as("the backup and the comparison").hasSizeGreaterThan(2)
                    .allMatch(body -> body.matches(".*\"Limit\":[1-5],.*"));
            scans.clear();
            backups.restore(file, null, Progress.NONE);
            assertThat(scans).as("the count").isNotEmpty().allMatch(body -> body.matches(".*\"Limit\":[1-5],.*"));
            scans.clear();
            backups.write(table, null, 1000, Progress.NONE);
            assertThat(scans).as("a rate of one's own").first().asString().contains("\"Limit\":62,");
        }
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb()); AwsClients dev = TestAws.open(proxy.uri())) {
            scans.clear();
            proxy.watch((operation, body) -> {
                if (operation.equals("Scan")) {
                    scans.add(body);
                }
            });
            new Backups(dev, folder).backup(table, null, Progress.NONE);
            assertThat(scans).singleElement().asString().contains("\"Limit\":10000");
        }
    }

    @Test
    void theEstimateSaysTheUnitsTheRateAndTheTime() {
        fill(30);
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb()); AwsClients prd = prd(proxy)) {
            Backups backups = new Backups(prd, folder);
            proxy.change("DescribeTable", body -> body.replaceFirst("\"TableSizeBytes\":\\d+", "\"TableSizeBytes\":4096000"));
            CapacityEstimate backup = backups.estimate(table, ScanOptions.USUAL_RATE);
            assertThat(backup.readUnits()).isEqualTo(1000);
            assertThat(backup.rate()).isEqualTo(2.5);
            assertThat(backup.text()).contains("1,000 RCU", "about 7 minutes at 2.5 RCU/s", "up to six hours old");
            assertThat(new TableDeleter(prd, backups).preview(table, 100).estimate().text())
                    .contains("2,000 RCU", "about 20 seconds at 100 RCU/s");

            Path file = backups.write(table, null, 1000, Progress.NONE).file().file();
            CapacityEstimate restore = backups.estimateRestore(file, null, ScanOptions.USUAL_RATE, Progress.NONE);
            assertThat(restore.writeUnits()).isEqualTo(30);
            assertThat(restore.rate()).isEqualTo(2.5);
            assertThat(restore.text()).contains("30 items", "30 WCU", "about 12 seconds at 2.5 WCU/s");
            assertThat(new Backups(TestAws.clients(TestEngines.dynamoDb()), folder)
                    .estimateRestore(file, null, ScanOptions.USUAL_RATE, Progress.NONE).rate()).isZero();
        }
    }
}
