package dev.switchboard.dynamodb.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Statements that write use the share of the capacity that the environment's policy allows: half of 5 units here. */
@Timeout(60)
class PartiqlRatesTest {
    @TempDir
    Path folder;

    private final String table = TestAws.tableName("rates");
    private final ActivityLog activity = new ActivityLog();
    private final RecordedProgress progress = new RecordedProgress();

    private AwsClients prd() {
        Settings settings = Settings.resolve(
                Environment.PRD, Map.of(Setting.AWS_REGION, "us-east-1"), Map.of(), SettingsFile.read(folder.resolve("none")));
        WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
        lock.unlock("prd");
        return new AwsClients(settings, lock, activity, TestJournal.dev(), TestEngines::dynamoDb, TestEngines::dynamoDb, null,
                Timeouts.USUAL);
    }

    private List<PartiqlStatement> inserts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "INSERT INTO \"" + table + "\" VALUE {'pk':'GRP#" + i + "','sk':'1'}")
                .map(text -> new PartiqlStatement(text, 0, text.length(), 1, StatementKind.INSERT))
                .toList();
    }

    @Test
    void statementsOfARunShareTheRateOfTheirTable() {
        new Tables(TestAws.clients(TestEngines.dynamoDb())).create(MessagesTablePreset.of(table, false, false, false), Progress.NONE);
        try (AwsClients prd = prd()) {
            long began = System.nanoTime();
            StatementReport report = new Partiql(prd, new PlanReader(prd)).runAll(inserts(4), 0, StatementListener.NONE, progress);
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(report.results()).allMatch(result -> result instanceof StatementResult.Written);
            List<RateControl> writes = progress.rates(RateControl.Unit.WRITE);
            assertThat(writes).hasSize(4).allMatch(rate -> rate.limit() == 2.5 && rate.current() > 0);
            assertThat(writes.stream().distinct()).as("the same, so that one statement waits for what another used").hasSize(1);
            assertThat(progress.rates(RateControl.Unit.READ).stream().distinct()).singleElement().matches(rate -> rate.limit() == 2.5);
            assertThat(seconds).as("three of four statements waited for").isGreaterThan(3 / 2.5 - 0.1);
        }
    }

    @Test
    void aBatchIsSentInRequestsOfTheRate() {
        new Tables(TestAws.clients(TestEngines.dynamoDb())).create(MessagesTablePreset.of(table, false, false, false), Progress.NONE);
        try (AwsClients prd = prd()) {
            StatementReport report = new Partiql(prd, new PlanReader(prd)).batch(inserts(5), StatementListener.NONE, progress);
            assertThat(report.results()).allMatch(result -> result instanceof StatementResult.Written);
            assertThat(progress.rates(RateControl.Unit.WRITE)).singleElement().matches(rate -> rate.limit() == 2.5 && rate.current() > 0);
            assertThat(activity.calls()).filteredOn(call -> call.operation().equals("BatchExecuteStatement")).as("requests of two units")
                    .hasSize(3);
        }
    }
}
