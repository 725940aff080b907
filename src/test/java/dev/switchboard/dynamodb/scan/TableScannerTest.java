package dev.switchboard.dynamodb.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.table.CreateTableRequestMapper;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.JobState;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.FakeDynamoDbServer;
import dev.switchboard.testing.FakeDynamoDbServer.Answer;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scans of a table: pages, segments, rate limits and estimates. */
class TableScannerTest {
    private static final String HUNDRED = "{\"Count\":100,\"ScannedCount\":100,\"Items\":[%s]}"
            .formatted(String.join(",", Collections.nCopies(100, "{\"pk\":{\"S\":\"a\"}}")));
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";

    private static String filled(NamedEngine engine, int rows) {
        String table = TestAws.tableName("scan");
        TestEngines.dynamoDbClient(engine.endpoint())
                .createTable(CreateTableRequestMapper.of(MessagesTablePreset.of(table, false, false, true)));
        String filler = "x".repeat(9_000);
        Iterable<Write> writes = () -> IntStream.range(0, rows)
                .mapToObj(i -> (Write) new Write.Put(
                        Item.builder().string("pk", "p" + i).string("sk", "" + i).string("filler", filler).build(), false))
                .iterator();
        new BatchWriter(TestAws.clients(engine.endpoint())).write(table, writes, Progress.NONE);
        return table;
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void streamsEveryPageOfAnyTableInOneAndInSeveralSegments(NamedEngine engine) {
        String table = filled(engine, 300);
        TableScanner scans = new TableScanner(TestAws.clients(engine.endpoint()), Environment.DEV.policy());
        for (int segments : List.of(1, 4)) {
            Set<String> seen = new HashSet<>();
            RecordedProgress progress = new RecordedProgress();
            ScanSummary summary = scans.scan(table, new ScanOptions(0, segments, 0),
                    page -> page.items().forEach(i -> seen.add(i.string("pk"))), progress);
            assertThat(seen).hasSize(300);
            assertThat(summary.items()).isEqualTo(300);
            assertThat(summary.pages()).as("more than the first megabyte").isGreaterThan(1);
            assertThat(summary.complete()).isTrue();
            assertThat(summary.consumedReadCapacity()).isPositive();
            assertThat(progress.done()).isEqualTo(300);
            assertThat(progress.total()).isEqualTo(Progress.UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void aLimitEndsItAndSaysWhetherThereWasMore(NamedEngine engine) {
        String table = filled(engine, 50);
        TableScanner scans = new TableScanner(TestAws.clients(engine.endpoint()), Environment.DEV.policy());
        AtomicInteger rows = new AtomicInteger();
        ScanSummary cut = scans.scan(table, new ScanOptions(20, 3, 0), page -> rows.addAndGet(page.items().size()), Progress.NONE);
        assertThat(cut.items()).isEqualTo(20).isEqualTo(rows.get());
        assertThat(cut.complete()).isFalse();
        ScanSummary exact = scans.scan(table, new ScanOptions(50, 1, 0), page -> {}, Progress.NONE);
        assertThat(exact.items()).isEqualTo(50);
        assertThat(exact.complete()).isTrue();
    }

    @Test
    void aCancelTakesEffectAtOnceEvenWhileTheServerIsSilent() throws Exception {
        AtomicReference<CountDownLatch> asked = new AtomicReference<>(new CountDownLatch(1));
        CountDownLatch never = new CountDownLatch(1);
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            AtomicInteger tried = new AtomicInteger();
            server.on("Scan", request -> {
                if (tried.getAndDecrement() > 0) {
                    return Answer.ok(request.has("TotalSegments") ? HUNDRED : "{\"Count\":0,\"ScannedCount\":0,\"Items\":[]}");
                }
                asked.get().countDown();
                try {
                    never.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return Answer.ok("{\"Count\":0,\"ScannedCount\":0,\"Items\":[]}");
            });
            for (int segments : List.of(1, 4)) {
                asked.set(new CountDownLatch(segments));
                // Before several segments are read, pages are tried. Those of a segment take less for an item, so that several are chosen.
                tried.set(segments == 1 ? 0 : 4);
                CountDownLatch ended = new CountDownLatch(1);
                Job<ScanSummary> job = JobRunner.onVirtualThreads().start(
                        "scan",
                        progress -> new TableScanner(clients, Environment.DEV.policy()).scan("t", new ScanOptions(0, segments, 0),
                                page -> {}, progress),
                        started -> started.onChange(() -> {
                            if (started.state().isFinal()) {
                                ended.countDown();
                            }
                        }));
                assertThat(asked.get().await(30, TimeUnit.SECONDS)).isTrue();
                job.cancel();
                assertThat(ended.await(20, TimeUnit.SECONDS)).as("ended at once, %s segments", segments).isTrue();
                assertThat(job.state()).isEqualTo(JobState.CANCELLED);
                assertThat(job.failure()).isInstanceOf(OperationCancelledException.class).hasMessageContaining("after 0 items of t");
            }
            never.countDown();
        }
    }

    @Test
    void aCancelBetweenPagesSaysHowManyRowsWereRead() {
        NamedEngine engine = TestEngines.everyDynamoDb().getFirst();
        String table = filled(engine, 300);
        RecordedProgress progress = new RecordedProgress(done -> done > 0);
        assertThatExceptionOfType(OperationCancelledException.class)
                .isThrownBy(() -> new TableScanner(TestAws.clients(engine.endpoint()), Environment.DEV.policy()).scan(table,
                        new ScanOptions(0, 1, ScanOptions.USUAL_RATE), page -> {}, progress))
                .satisfies(cancelled -> assertThat(cancelled.sentence()).contains(String.format("after %,d items", progress.done())));
    }

    @Test
    void inPrdTheRateIsHalfOfTheTablesCapacityAndTheEstimateSaysHowOldItIs() throws Exception {
        String table = "{\"Table\":{\"TableName\":\"t\",\"TableStatus\":\"ACTIVE\",\"ItemCount\":20000,\"TableSizeBytes\":8192000,"
                + "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":40,\"WriteCapacityUnits\":5}}}";
        AtomicInteger pages = new AtomicInteger();
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            server.on("DescribeTable", request -> Answer.ok(table));
            server.on("Scan", request -> {
                assertThat(request.path("Limit").asInt()).as("a page takes about a second of the rate").isLessThanOrEqualTo(20);
                String next = pages.incrementAndGet() < 5 ? ",\"LastEvaluatedKey\":{\"pk\":{\"S\":\"a\"}}" : "";
                return Answer.ok("{\"Count\":1,\"ScannedCount\":1,\"Items\":[{\"pk\":{\"S\":\"a\"}}],"
                        + "\"ConsumedCapacity\":{\"TableName\":\"t\",\"CapacityUnits\":5}" + next + "}");
            });
            TableScanner prd = new TableScanner(clients, Environment.PRD.policy());
            ScanEstimate estimate = prd.estimate("t");
            assertThat(estimate.readCapacity()).isEqualTo(1000);
            assertThat(estimate.seconds()).isEqualTo(25.0);
            assertThat(estimate.dollars()).isNull();
            assertThat(estimate.usualRate()).isEqualTo(20);
            assertThat(estimate.text()).contains("up to six hours old").contains("20,000").contains("25 seconds");
            long began = System.nanoTime();
            prd.scan("t", new ScanOptions(0, 1, ScanOptions.USUAL_RATE), page -> {}, Progress.NONE);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(took).as("20 units before the last page, at 20 a second").isGreaterThan(Duration.ofMillis(950));
            assertThat(new TableScanner(clients, Environment.DEV.policy()).estimate("t").usualRate()).isZero();
        }
    }

    @Test
    void aScanThatIsThrottledWithoutEndEndsAndSaysWhatToDo() throws Exception {
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            server.on("Scan", request -> Answer.error("ProvisionedThroughputExceededException"));
            TableScanner scans =
                    new TableScanner(clients, Environment.DEV.policy(), new ThrottlingLimit(1, failed -> Duration.ZERO));
            assertThatExceptionOfType(OperationFailedException.class)
                    .isThrownBy(() -> scans.scan("t", new ScanOptions(0, 2, 0), page -> {}, Progress.NONE))
                    .withMessageContaining("throttled 1 requests to the table “t”")
                    .withMessageContaining("try again later");
        }
    }

    @Test
    void aTableOnDemandIsEstimatedInDollars() throws Exception {
        String table = "{\"Table\":{\"TableName\":\"t\",\"TableStatus\":\"ACTIVE\",\"ItemCount\":1,\"TableSizeBytes\":819200000000,"
                + "\"BillingModeSummary\":{\"BillingMode\":\"PAY_PER_REQUEST\"}}}";
        try (FakeDynamoDbServer server = new FakeDynamoDbServer(); AwsClients clients = TestAws.open(server.uri())) {
            server.on("DescribeTable", request -> Answer.ok(table));
            ScanEstimate estimate = new TableScanner(clients, Environment.PRD.policy()).estimate("t");
            assertThat(estimate.readCapacity()).isEqualTo(100_000_000);
            assertThat(estimate.dollars()).isEqualTo(12.5);
            assertThat(estimate.seconds()).isNull();
            assertThat(estimate.text()).contains("$12.50");
        }
    }
}
