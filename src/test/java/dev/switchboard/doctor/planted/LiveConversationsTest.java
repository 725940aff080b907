package dev.switchboard.doctor.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conversations that are written to while they are checked, as the web application does: first the message, and a little later the group rows,
 * each of which is deleted and put at its new time.
 */
class LiveConversationsTest {
    private static final int MESSAGES = 12;

    @TempDir
    Path folder;

    private PlantedWorld world;

    private void put(Item item) {
        TestEngines.dynamoDbClient().putItem(put -> put.tableName(world.table).item(item.attributes()));
    }

    private void delete(Item item) {
        Item key = Item.ofJson(PlantedGroup.key(item));
        TestEngines.dynamoDbClient().deleteItem(delete -> delete.tableName(world.table).key(key.attributes()));
    }

    /** Sends a message every moment, and has its group rows follow. */
    private void write(PlantedGroup group, ScheduledExecutorService later, CountDownLatch begun, AtomicInteger sent) {
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            String time = PlantedGroup.time(Instant.now().truncatedTo(ChronoUnit.MICROS), 0);
            String text = "Live " + i;
            put(group.message(group.one, text, time, 1_000 + i));
            Item one = group.rows.get(0);
            Item other = group.rows.get(1);
            group.rows.set(0, one.with("sk", time).with("message", text));
            group.rows.set(1, other.with("sk", time).with("message", text));
            Future<?> rows = later.schedule(() -> {
                delete(one);
                put(one.with("sk", time).with("message", text));
                delete(other);
                put(other.with("sk", time).with("message", text));
            }, 120, TimeUnit.MILLISECONDS);
            try {
                rows.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                return;
            }
            sent.incrementAndGet();
            begun.countDown();
        }
    }

    @Test
    void conversationsThatAreBeingWrittenToHaveNoFinding() throws Exception {
        PlantedFaults healthy = new PlantedFaults(60, MESSAGES, 0);
        AtomicInteger sent = new AtomicInteger();
        try (PlantedWorld opened = new PlantedWorld(folder, healthy);
                ScheduledExecutorService later = Executors.newScheduledThreadPool(2)) {
            world = opened;
            CountDownLatch begun = new CountDownLatch(2);
            Thread first = Thread.ofVirtual().start(() -> write(healthy.first, later, begun, sent));
            Thread second = Thread.ofVirtual().start(() -> write(healthy.last, later, begun, sent));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            for (int round = 0; round < 2; round++) {
                int before = sent.get();
                try (DoctorReport report = world.session.doctor().check(CheckScope.FULL, Progress.NONE, result -> {})) {
                    assertThat(report.results()).as("round %d", round).allMatch(result -> result.count() == 0);
                    assertThat(report.results()).filteredOn(result -> result.id().equals("stream-consumer"))
                            .allMatch(result -> result.state() == CheckState.OK);
                }
                assertThat(sent.get()).as("it was written meanwhile").isGreaterThan(before);
            }
            first.interrupt();
            second.interrupt();
            assertThat(first.join(Duration.ofSeconds(10)) && second.join(Duration.ofSeconds(10))).isTrue();
        }
    }
}
