package dev.switchboard.dynamodb.batch;

import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WritePermit;
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
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** One call of the batch writer. The calling thread collects batches; each is sent on its own virtual thread. */
final class BatchDispatcher {
    private static final Messages TEXT = Messages.of(BatchDispatcher.class);
    private static final int IN_FLIGHT = 8;
    private static final long LOOK_MILLIS = 100;

    /** How long requests in progress may continue after a stop. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String table;
    private final Progress progress;
    private final BatchSender sender;
    private final Semaphore slots = new Semaphore(IN_FLIGHT);
    private final Set<Item> inFlight = ConcurrentHashMap.newKeySet();
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final KeySchema keys;
    private final ItemImageReader images;
    private final WritePermit change;
    private final Recording recording;
    private final CapacityLimiter rate;
    private volatile boolean stopping;
    private volatile boolean leftSome;
    private long written;
    private Batch batch;

    /** What the journal records of the items before they are written. */
    enum Recording {
        /** The current items, which are read for it, and the new ones. */
        CURRENT,
        /** The new items, where none is in the table yet. */
        ADDED,
        /** Nothing, because the change itself says which items it writes. */
        NONE
    }

    /**
     * @param change records the current items before they are written
     * @param recording what the journal records of the items
     * @param rate limits the consumed write capacity, and with it the size of the batches
     * @param throttling how long a batch goes on while DynamoDB throttles it
     */
    BatchDispatcher(
            DynamoDbClient client,
            TableDescription table,
            Progress progress,
            WritePermit change,
            Recording recording,
            CapacityLimiter rate,
            ThrottlingLimit throttling) {
        this.table = table.tableName();
        this.progress = progress;
        this.change = change;
        this.recording = recording;
        this.rate = rate;
        keys = KeySchema.of(table);
        images = new ItemImageReader(client, this.table, keys, throttling);
        batch = new Batch(keys);
        sender = new BatchSender(client, this.table, change, this::shouldStop, this::taken, throttling);
    }

    long write(Iterable<Write> writes) {
        try {
            ChunkIterator chunks = new ChunkIterator(writes.iterator());
            while (chunks.hasNext() && !leftSome) {
                List<Write> chunk = chunks.next();
                if (shouldStop() || !note(chunk)) {
                    leftSome = true;
                } else {
                    chunk.forEach(this::add);
                }
            }
            flush();
        } finally {
            // Requests in progress are completed, so that the result states what was written.
            settle();
        }
        return result();
    }

    /** Records a chunk in the journal before it is written. If that fails, earlier chunks remain written. */
    private boolean note(List<Write> chunk) {
        if (chunk.stream().anyMatch(write -> inFlight.contains(keys.of(write.item())))) {
            settle();
        }
        try {
            switch (recording) {
                case CURRENT -> change.rows(images.changes(chunk));
                case ADDED -> change.rows(images.additions(chunk));
                case NONE -> {}
            }
            return true;
        } catch (AbortedException | OperationCancelledException e) {
            return false;
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            return false;
        }
    }

    private void add(Write write) {
        if (shouldStop()) {
            leftSome = true;
            return;
        }
        if (inFlight.contains(keys.of(write.item()))) {
            // An earlier write of this key is in progress, and this one must follow it.
            settle();
        }
        // At a limited rate, a larger batch would use what other clients need for longer.
        double most = rate.unitsPerRequest();
        if ((most > 0 && batch.units() >= most) || !batch.add(write)) {
            flush();
            batch.add(write);
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            send(batch);
            batch = new Batch(keys);
        }
    }

    private void send(Batch full) {
        if (!slot()) {
            leftSome = true;
            return;
        }
        inFlight.addAll(full.keys());
        Thread.ofVirtual().name("batch write " + table).start(() -> {
            senders.add(Thread.currentThread());
            try {
                if (!sender.send(full.requests())) {
                    leftSome = true;
                }
            } catch (OperationCancelledException e) {
                // While it waited for the rate.
                leftSome = true;
            } catch (AbortedException e) {
                unanswered.addAndGet(full.keys().size());
                leftSome = true;
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                senders.remove(Thread.currentThread());
                inFlight.removeAll(full.keys());
                slots.release();
            }
        });
    }

    /** Waits for a free slot; returns false if no further request may be sent. */
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
        long stopped = 0;
        while (!settled()) {
            interrupted |= Thread.interrupted();
            if (interrupted) {
                stopping = true;
            }
            if (shouldStop()) {
                stopped = stopped == 0 ? System.nanoTime() : stopped;
                if (System.nanoTime() - stopped > GRACE_NANOS) {
                    // With an unresponsive server, they would otherwise wait for the call timeout.
                    senders.forEach(Thread::interrupt);
                }
            }
        }
        slots.release(IN_FLIGHT);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean settled() {
        try {
            return slots.tryAcquire(IN_FLIGHT, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
        if (count > 0) {
            change.written();
        }
        progress.advance(written, Progress.UNKNOWN);
    }

    private synchronized long result() {
        @Nullable Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException runtime && !(thrown instanceof OperationCancelledException)) {
            throw written == 0 ? runtime : partly(runtime);
        }
        if (leftSome) {
            String key = unanswered.get() == 0 ? "batch.cancelled" : "batch.cancelled-unanswered";
            throw new OperationCancelledException(TEXT.get(key, written, table, unanswered.get()), null);
        }
        return written;
    }

    private PartialCompletionException partly(RuntimeException cause) {
        Explanation explanation = cause instanceof Failure failed
                ? new Explanation(failed.sentence(), failed.remedy(), "", true)
                : new AwsFailureExplainer().explain(cause);
        String why = explanation == null ? String.valueOf(cause.getMessage()) : explanation.sentence();
        return new PartialCompletionException(TEXT.get("batch.partly", written, table, why),
                explanation == null ? null : explanation.remedy(), cause);
    }
}
