package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsFailures;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.PartlyDone;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One call of the batch writer. The calling thread collects batches; each is sent on a virtual thread of its own. */
final class BatchRun {
    private static final Messages TEXT = Messages.of(BatchRun.class);
    private static final int IN_FLIGHT = 8;
    private final String table;
    private final Progress progress;
    private final BatchSender sender;
    private final Semaphore slots = new Semaphore(IN_FLIGHT);
    private final Set<Item> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<String> keyNames;
    private volatile boolean stopping;
    private volatile boolean leftSome;
    private long written;

    BatchRun(DynamoDbClient client, String table, Progress progress) {
        this.table = table;
        this.progress = progress;
        keyNames = TableReader.keys(client, table).stream().map(KeyPart::name).toList();
        sender = new BatchSender(client, table, this::shouldStop, this::taken);
    }

    long write(Iterable<Write> writes) {
        Batch batch = new Batch(keyNames);
        try {
            for (Write write : writes) {
                if (shouldStop()) {
                    leftSome = true;
                    break;
                }
                if (inFlight.contains(batch.key(write))) {
                    // A former write of this key is under way, and this one must come after it.
                    settle();
                }
                if (!batch.add(write)) {
                    send(batch);
                    batch = new Batch(keyNames);
                    batch.add(write);
                }
            }
            if (!batch.isEmpty()) {
                send(batch);
            }
        } finally {
            // Requests under way are let end: only so can it be said what was written.
            settle();
        }
        return result();
    }

    private void send(Batch batch) {
        slots.acquireUninterruptibly();
        inFlight.addAll(batch.keys());
        Thread.ofVirtual().name("batch write " + table).start(() -> {
            try {
                if (!sender.send(batch.requests())) {
                    leftSome = true;
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                inFlight.removeAll(batch.keys());
                slots.release();
            }
        });
    }

    private void settle() {
        try {
            while (!slots.tryAcquire(IN_FLIGHT, 100, TimeUnit.MILLISECONDS)) {
                shouldStop();
            }
        } catch (InterruptedException e) {
            stopping = true;
            slots.acquireUninterruptibly(IN_FLIGHT);
            Thread.currentThread().interrupt();
        }
        slots.release(IN_FLIGHT);
    }

    private boolean shouldStop() {
        if (failure.get() != null || progress.isCancelled()) {
            stopping = true;
        }
        return stopping;
    }

    private synchronized void taken(int count) {
        written += count;
        progress.advance(written, Progress.UNKNOWN);
    }

    private synchronized long result() {
        @Nullable Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException runtime && !(thrown instanceof Cancelled)) {
            throw written == 0 ? runtime : partly(runtime);
        }
        if (leftSome) {
            throw new Cancelled(TEXT.get("batch.cancelled", written, table), null);
        }
        return written;
    }

    private PartlyDone partly(RuntimeException cause) {
        Explanation explanation = new AwsFailures().explain(cause);
        String why = explanation == null ? String.valueOf(cause.getMessage()) : explanation.sentence();
        return new PartlyDone(TEXT.get("batch.partly", written, table, why), explanation == null ? null : explanation.remedy(), cause);
    }
}
