package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.testing.RecordedProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation under every fault, once and for ever: it ends, what is said of it is true, nothing is lost and nothing doubled.
 * The cells run side by side, because most of their time is waiting; the table is printed, and left in the build's folder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
    private static final int AT_ONCE = 8;
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @TempDir
    private static Path folder;

    private final FailureExplainer explanations = new FailureExplainer(List.of(new AwsFailureExplainer()));
    private final Map<Cell, Future<String>> cells = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore slots = new Semaphore(AT_ONCE);

    /** @param forEver whether the fault stays, so that somebody cancels at last what would go on trying */
    record Cell(Operation operation, Fault fault, boolean forEver) {
        @Override
        public String toString() {
            return operation + " × " + fault + (forEver ? ", for ever" : ", once");
        }
    }

    @BeforeAll
    void start() {
        for (Operation operation : Operation.values()) {
            for (Fault fault : Fault.values()) {
                if (fault != Fault.UNPROCESSED || operation.struck().contains("BatchWriteItem")) {
                    for (boolean forEver : new boolean[] {false, true}) {
                        Cell cell = new Cell(operation, fault, forEver);
                        cells.put(cell, threads.submit(() -> outcome(cell)));
                    }
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOperationUnderEveryFault() {
        return cells.entrySet().stream()
                .map(cell -> DynamicTest.dynamicTest(cell.getKey().toString(), () -> assertThat(cell.getValue().get()).isNotEmpty()));
    }

    /** One cell from the beginning to the truth; returns how it ended, in a word. */
    private String outcome(Cell cell) throws Exception {
        slots.acquire();
        try (FaultFixture world = new FaultFixture(folder.resolve(cell.operation().name() + cell.fault() + cell.forEver()))) {
            cell.operation().prepare(world);
            boolean whole = cell.fault() == Fault.UNPROCESSED;
            world.faults.happen(
                    cell.fault(),
                    whole ? Set.of("BatchWriteItem") : cell.operation().struck(),
                    cell.operation().spared(),
                    cell.forEver() ? Integer.MAX_VALUE : 1);
            RuntimeException thrown = run(cell, world);
            String said = thrown == null ? null : words(thrown);
            cell.operation().truth(world, said);
            return thrown == null ? "done" : thrown instanceof OperationCancelledException ? "cancelled" : "said";
        } finally {
            slots.release();
        }
    }

    private RuntimeException run(Cell cell, FaultFixture world) throws InterruptedException {
        RecordedProgress progress = new RecordedProgress();
        List<RuntimeException> thrown = new ArrayList<>();
        Thread operator = Thread.ofVirtual().start(() -> {
            try {
                cell.operation().run(world, progress);
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        });
        assertThat(world.faults.awaitMet(LONGEST.toSeconds())).as("the fault strikes").isTrue();
        if (cell.forEver() && patient(cell)) {
            // Goes on trying for as long as nobody stops it.
            progress.cancel();
            operator.interrupt();
        }
        assertThat(operator.join(LONGEST)).as("it ends").isTrue();
        return thrown.isEmpty() ? null : thrown.getFirst();
    }

    /** What waits for capacity, for minutes where it must. */
    private static boolean patient(Cell cell) {
        return cell.fault() == Fault.THROTTLED || cell.fault() == Fault.UNPROCESSED || cell.fault() == Fault.SILENT;
    }

    private String words(RuntimeException thrown) {
        Explanation explanation = explanations.of(thrown);
        assertThat(explanation.expected()).as("in words: " + thrown).isTrue();
        assertThat(explanation.sentence()).isNotBlank();
        return explanation.sentence();
    }

    @AfterAll
    void print() throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder("%-12s".formatted("once/ever"));
        for (Fault fault : Fault.values()) {
            table.append(" %-22s".formatted(fault));
        }
        for (Operation operation : Operation.values()) {
            table.append('\n').append("%-12s".formatted(operation));
            for (Fault fault : Fault.values()) {
                table.append(
                        " %-22s".formatted(ended(new Cell(operation, fault, false)) + " / " + ended(new Cell(operation, fault, true))));
            }
        }
        System.out.println(table);
        Files.writeString(Path.of(System.getProperty("switchboard.build"), "faults.txt"), table + "\n");
        threads.close();
    }

    private String ended(Cell cell) throws InterruptedException {
        Future<String> future = cells.get(cell);
        if (future == null) {
            return "-";
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            return "FAILED";
        }
    }
}
