package dev.switchboard.dynamodb.change;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.ConditionalWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a change of many items, item by item. Deleted and replaced items are restored first and added items are deleted last, so
 * that no item refers to a missing one.
 */
final class ItemUndoWriter {
    private static final Messages TEXT = Messages.of(ItemUndoWriter.class);
    private static final int IN_FLIGHT = 8;
    private final AwsClients clients;
    private final Entry entry;
    private final ItemImageReader images;
    private final WritePermit change;
    private final ConditionalWriter writer;
    private final Progress progress;
    private final Portions portions;
    private final AtomicLong putBack = new AtomicLong();
    private final AtomicLong leftAlone = new AtomicLong();
    private long seen;
    private long total;
    private long added;

    /** Supplies some items of a change with their current states. */
    interface Portions {
        void each(Entry entry, ItemImageReader images, Progress progress, Predicate<Change> which, Consumer<List<ItemState>> portions);
    }

    ItemUndoWriter(AwsClients clients, Entry entry, ItemImageReader images, Intent intent, Progress progress, Portions portions) {
        this.clients = clients;
        this.entry = entry;
        this.images = images;
        this.progress = progress;
        this.portions = portions;
        change = new ItemStore(clients).begin(images.table(), intent);
        writer = new ConditionalWriter(clients.dynamoDb(), images.table(), images.keys(), change);
    }

    UndoResult run() {
        try {
            progress.step(TEXT.get("undo.step"));
            clients.journal().rows(entry.id(), row -> {
                total++;
                added += row.before() == null ? 1 : 0;
            });
            if (added < total) {
                portions.each(entry, images, progress, row -> row.before() != null, this::putBack);
            }
            if (added > 0) {
                portions.each(entry, images, progress, row -> row.before() == null, this::putBack);
            }
            if (putBack.get() == 0) {
                throw leftAlone.get() == 0
                        ? new OperationFailedException(TEXT.get("undo.as-before"), null)
                        : new OperationFailedException(TEXT.get("undo.changed", leftAlone.get(), total), TEXT.get("undo.changed.remedy"));
            }
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, told(e));
        }
        UndoResult undone = new UndoResult(change.id(), entry.id(), putBack.get(), leftAlone.get());
        change.done(undone.summary());
        clients.journal().undone(entry.id(), change.id());
        return undone;
    }

    private RuntimeException told(RuntimeException thrown) {
        if (progress.isCancelled() || thrown instanceof OperationCancelledException) {
            return new OperationCancelledException(TEXT.get("undo.cancelled", putBack.get(), leftAlone.get()), TEXT.get("undo.again"),
                    thrown);
        }
        if (putBack.get() == 0) {
            return thrown;
        }
        String why = thrown instanceof Failure failure ? failure.sentence() : ChangeOutcomes.words(thrown);
        return new PartialCompletionException(TEXT.get("undo.partly", putBack.get(), leftAlone.get(), why), TEXT.get("undo.again"), thrown);
    }

    private void putBack(List<ItemState> states) {
        List<ItemState> written = states.stream().filter(state -> state.isWritten() && !state.isAsBefore()).toList();
        leftAlone.addAndGet(states.stream().filter(state -> !state.isWritten() && !state.isAsBefore()).count());
        if (!written.isEmpty()) {
            change.rows(written.stream().map(ItemUndoWriter::inverse).toList());
            write(written);
        }
        seen += states.size();
        progress.advance(seen, total);
        progress.stopIfCancelled();
    }

    private static Change inverse(ItemState state) {
        return new Change(state.key().toJson(), json(state.now()), json(state.before()));
    }

    private static @Nullable String json(@Nullable Item item) {
        return item == null ? null : item.toJson();
    }

    /** Writes several items concurrently. Writes in progress are completed, so that the result states what was written. */
    private void write(List<ItemState> states) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().name("undo ", 0).factory())) {
            for (ItemState state : states) {
                pool.execute(() -> {
                    if (failure.get() != null || progress.isCancelled()) {
                        return;
                    }
                    try {
                        (writer.write(state.inverse()) ? putBack : leftAlone).incrementAndGet();
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }
}
