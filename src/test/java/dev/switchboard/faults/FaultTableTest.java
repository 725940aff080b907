package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.environment.AwsClients;
import dev.switchboard.environment.Patience;
import dev.switchboard.failure.Explanation;
import dev.switchboard.testing.Fault;
import dev.switchboard.testing.FaultyHttp;
import dev.switchboard.testing.TestAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation under every fault: it ends well, or says truthfully what was and was not done. Prints the table of results. */
class FaultTableTest {
    private static final int AT_ONCE = 6;
    private static final int FOR_EVER = Integer.MAX_VALUE;
    private static final List<String> RESULTS = new CopyOnWriteArrayList<>();
    static final Patience SHORT = new Patience(
            Duration.ofSeconds(1), Duration.ofMillis(600), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(700));

    /** Where a fault strikes in an operation. */
    private record Place(String operation, String call, int first, boolean goesOnWhenThrottled, Supplier<Operation> making) {}

    private static final List<Place> PLACES = List.of(
            new Place("seed", "BatchWriteItem", 2, true, TableOperations.Seeding::new),
            new Place("seed", "TransactWriteItems", 0, false, TableOperations.Seeding::new),
            new Place("send", "TransactWriteItems", 0, false, TableOperations.Send::new),
            new Place("drop with backup", "Scan", 0, true, TableOperations.Drop::new),
            new Place("drop with backup", "DeleteTable", 0, false, TableOperations.Drop::new),
            new Place("backup", "Scan", 0, true, TableOperations.Backup::new),
            new Place("restore", "CreateTable", 0, false, TableOperations.Restore::new),
            new Place("restore", "BatchWriteItem", 2, true, TableOperations.Restore::new),
            new Place("scan", "Scan", 1, true, TableOperations.Scan::new),
            new Place("page", "Query", 2, false, TableOperations.Paging::new),
            new Place("users sync", "ListUsers", 1, true, SyncOperation::new));

    /** How often, and whether somebody stops it. */
    private enum Course {
        ONCE("once", 1),
        ALWAYS("for ever", FOR_EVER),
        CANCELLED("for ever, then cancelled", FOR_EVER);

        private final String title;
        private final int times;

        Course(String title, int times) {
            this.title = title;
            this.times = times;
        }
    }

    /** Most of a cell's time is waiting, so several run at once; each of the tests then looks at its own. */
    @TestFactory
    Stream<DynamicTest> aws() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<DynamicTest> tests = new ArrayList<>();
        for (Place place : PLACES) {
            for (Fault fault : Fault.values()) {
                for (Course course : makesSense(place, fault) ? courses(place, fault) : List.<Course>of()) {
                    Future<?> cell = threads.submit(() -> {
                        aws(place, fault, course);
                        return null;
                    });
                    String name = place.operation + " · " + place.call + " " + fault + " " + course.title;
                    tests.add(DynamicTest.dynamicTest(name, () -> awaited(cell)));
                }
            }
        }
        threads.shutdown();
        return tests.stream();
    }

    private static void awaited(Future<?> cell) throws Throwable {
        try {
            cell.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static boolean makesSense(Place place, Fault fault) {
        return fault != Fault.UNPROCESSED || place.call.equals("BatchWriteItem");
    }

    private static List<Course> courses(Place place, Fault fault) {
        if (fault == Fault.DELAY) {
            return List.of(Course.ONCE);
        }
        if (fault == Fault.STALL) {
            return List.of(Course.values());
        }
        // A table of few units throttles for minutes and is waited for until somebody stops that.
        boolean waits = fault == Fault.UNPROCESSED || (fault == Fault.THROTTLE && place.goesOnWhenThrottled);
        return List.of(Course.ONCE, waits ? Course.CANCELLED : Course.ALWAYS);
    }

    private static void aws(Place place, Fault fault, Course course) throws Exception {
        Operation operation = place.making.get();
        // The cells of one database follow each other.
        synchronized (operation.alone()) {
            aws(operation, place, fault, course);
        }
    }

    private static void aws(Operation operation, Place place, Fault fault, Course course) throws Exception {
        operation.prepare();
        try (FaultyHttp between = new FaultyHttp(operation.engine(), place.call, fault, place.first, course.times);
                AwsClients clients = TestAws.open(between.uri(), course == Course.CANCELLED ? Patience.USUAL : SHORT)) {
            @Nullable Explanation failure = Cell.run(
                    progress -> {
                        operation.run(clients, progress);
                        return null;
                    },
                    course == Course.CANCELLED ? () -> between.struck() > 0 : null);
            RESULTS.add(line(place.operation, place.call, fault + " " + course.title, failure));
            assertThat(between.struck()).as("the fault struck").isPositive();
            operation.check(failure);
        }
    }

    @TestFactory
    Stream<DynamicTest> postgres() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String mark : List.of("unnest", "COMMIT")) {
            for (Fault fault : List.of(Fault.DELAY, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.STALL)) {
                tests.add(postgres(mark, fault, false));
            }
            tests.add(postgres(mark, Fault.STALL, true));
        }
        return tests.stream();
    }

    private static DynamicTest postgres(String mark, Fault fault, boolean cancelled) {
        String call = mark.equals("COMMIT") ? mark : "UPDATE";
        String course = cancelled ? ", then cancelled" : "";
        return DynamicTest.dynamicTest("users sync · " + call + " " + fault + course, () -> {
            SyncOperation operation = new SyncOperation();
            operation.prepare();
            @Nullable Explanation failure = operation.applyThrough(mark, fault, cancelled);
            RESULTS.add(line("users sync", call, fault + course, failure));
            operation.check(failure);
        });
    }

    private static String line(String operation, String call, String fault, @Nullable Explanation failure) {
        return "%-17s %-19s %-42s %s".formatted(operation, call, fault, failure == null ? "done" : failure.sentence());
    }

    @AfterAll
    static void print() throws IOException {
        String table = String.join("\n", RESULTS.stream().sorted().toList()) + "\n";
        System.out.println(table);
        Files.writeString(Path.of(System.getProperty("switchboard.build"), "faults.txt"), table);
    }
}
