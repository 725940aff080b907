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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One call of the batch writer. The calling thread collects batches; each is sent on a virtual thread of its own. */
final class BatchRun {
    private static final Messages TEXT = Messages.of(BatchRun.class);
    private static final int IN_FLIGHT = 8;
    private static final long LOOK_MILLIS = 100;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private final String table;
    private final Progress progress;
    private final BatchSender sender;
    private final Semaphore slots = new Semaphore(IN_FLIGHT);
    private final Set<Item> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unanswered = new AtomicInteger();
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
        if (!slot()) {
            leftSome = true;
            return;
        }
        inFlight.addAll(batch.keys());
        Thread.ofVirtual().name("batch write " + table).start(() -> {
            senders.add(Thread.currentThread());
            try {
                if (!sender.send(batch.requests())) {
                    leftSome = true;
                }
            } catch (RuntimeException | Error e) {
                failed(batch, e);
            } finally {
                inFlight.removeAll(batch.keys());
                senders.remove(Thread.currentThread());
                slots.release();
            }
        });
    }

    private void failed(Batch batch, Throwable thrown) {
        if (Unanswered.is(thrown)) {
            unanswered.addAndGet(batch.keys().size());
        }
        if (stopping && thrown instanceof AbortedException) {
            leftSome = true;
        } else {
            failure.compareAndSet(null, thrown);
        }
    }

    private boolean slot() {
        while (!shouldStop()) {
            try {
                if (slots.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException e) {
                stopping = true;
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }

    private void settle() {
        boolean interrupted = false;
        long stoppedAt = 0;
        while (true) {
            try {
                if (slots.tryAcquire(IN_FLIGHT, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
                stopping = true;
            }
            if (shouldStop()) {
                stoppedAt = stoppedAt == 0 ? System.nanoTime() : stoppedAt;
                if (System.nanoTime() - stoppedAt > GRACE_NANOS) {
                    // A server that is silent would hold them for as long as the time-out of a call.
                    senders.forEach(Thread::interrupt);
                }
            }
        }
        slots.release(IN_FLIGHT);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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
            throw written == 0 && unanswered.get() == 0 ? runtime : partly(runtime);
        }
        if (leftSome) {
            String key = unanswered.get() == 0 ? "batch.cancelled" : "batch.cancelled-unanswered";
            throw new Cancelled(TEXT.get(key, written, table, unanswered.get()), null);
        }
        return written;
    }

    private PartlyDone partly(RuntimeException cause) {
        Explanation explanation = new AwsFailures().explain(cause);
        String key = unanswered.get() == 0 ? "batch.partly" : "batch.partly-unanswered";
        return new PartlyDone(TEXT.get(key, written, table, Unanswered.why(cause), unanswered.get()), explanation == null ? null : explanation.remedy(), cause);
    }
}
