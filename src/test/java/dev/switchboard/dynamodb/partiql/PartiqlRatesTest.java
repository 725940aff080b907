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
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
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

    /** Keeps the rates. */
    private static final class Rates implements Progress {
        final List<RateControl> writes = new ArrayList<>();
        final List<RateControl> reads = new ArrayList<>();

        @Override
        public void step(String text) {}

        @Override
        public void advance(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void rateStarted(RateControl rate) {
            (rate.unit() == RateControl.Unit.READ ? reads : writes).add(rate);
        }
    }

    private AwsClients prd() {
        Settings settings = Settings.resolve(
                Environment.PRD, Map.of(Setting.AWS_REGION, "us-east-1"), Map.of(), SettingsFile.read(folder.resolve("none")));
        WriteLock lock = Environment.PRD.policy().newLock(InstantSource.system());
        lock.unlock("prd");
        return new AwsClients(settings, lock, new ActivityLog(), TestJournal.dev(), TestEngines::dynamoDb, TestEngines::dynamoDb, null,
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
            Rates rates = new Rates();
            long began = System.nanoTime();
            StatementReport report = new Partiql(prd, new PlanReader(prd)).runAll(inserts(4), 0, StatementListener.NONE, rates);
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(report.results()).allMatch(result -> result instanceof StatementResult.Written);
            assertThat(rates.writes).hasSize(4).allMatch(rate -> rate.limit() == 2.5 && rate.current() > 0);
            assertThat(rates.writes.stream().distinct()).as("the same, so that one statement waits for what another used").hasSize(1);
            assertThat(rates.reads.stream().distinct()).singleElement().matches(rate -> rate.limit() == 2.5);
            assertThat(seconds).as("three of four statements waited for").isGreaterThan(3 / 2.5 - 0.1);
        }
    }

    @Test
    void aBatchIsSentInRequestsOfTheRate() {
        new Tables(TestAws.clients(TestEngines.dynamoDb())).create(MessagesTablePreset.of(table, false, false, false), Progress.NONE);
        try (AwsClients prd = prd()) {
            Rates rates = new Rates();
            StatementReport report = new Partiql(prd, new PlanReader(prd)).batch(inserts(5), StatementListener.NONE, rates);
            assertThat(report.results()).allMatch(result -> result instanceof StatementResult.Written);
            assertThat(rates.writes).singleElement().matches(rate -> rate.limit() == 2.5 && rate.current() > 0);
        }
    }
}
