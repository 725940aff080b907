package dev.switchboard.seeding.load;

import dev.switchboard.conversations.ConversationReplacementService;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.ForwardingProgress;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.seeding.load.LoadCheckpoint.StoppedLoad;
import dev.switchboard.seeding.load.LoadItems.LoadItem;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the items of one load in portions, and notes after each how far it has come. */
final class LoadWriter {
    private static final Messages TEXT = Messages.of(LoadWriter.class);
    /** After each portion the requests in progress are completed, which takes as long as one of the 400 requests of a portion. */
    private static final int PORTION = 10_000;
    /** Existing items are compared in smaller portions, which are held in memory. */
    private static final int COMPARED = 500;
    private final String table;
    private final ItemStore store;
    private final BatchWriter writer;
    private final ConversationReplacementService conversations;
    private final LoadCheckpoint checkpoint;
    private final CapacityLimiter rate;
    private final Progress progress;
    private final StoppedLoad start;
    private final boolean resumed;
    private final long total;
    private final Set<String> started = new HashSet<>();
    private long done;
    private long written;
    private long unchanged;
    private long skipped;

    LoadWriter(
            String table,
            ItemStore store,
            BatchWriter writer,
            ConversationReplacementService conversations,
            LoadCheckpoint checkpoint,
            CapacityLimiter rate,
            Progress progress,
            StoppedLoad start,
            boolean resumed) {
        this.table = table;
        this.store = store;
        this.writer = writer;
        this.conversations = conversations;
        this.checkpoint = checkpoint;
        this.rate = rate;
        this.progress = progress;
        this.start = start;
        this.resumed = resumed;
        total = start.spec().items();
        done = start.written();
    }

    LoadResult run(long usersAdded) {
        LoadSpec spec = start.spec();
        if (total == 0) {
            return new LoadResult(spec, usersAdded, 0, 0, 0, 0, "");
        }
        progress.step(TEXT.get("load.items.step"));
        WritePermit change = store.begin(table, intent(spec));
        try {
            LoadItems items = new LoadItems(spec, start.written());
            checkpoint.write(new StoppedLoad(spec, done, start.fresh()));
            if (!start.fresh() || resumed) {
                // What a run that was stopped wrote after its last checkpoint is there already.
                long until = start.fresh() ? Math.min(total, start.written() + PORTION) : total;
                while (done < until) {
                    addMissing(items, (int) Math.min(COMPARED, until - done), change);
                    checkpoint.write(new StoppedLoad(spec, done, start.fresh()));
                }
            }
            while (done < total) {
                long portion = Math.min(PORTION, total - done);
                writer.generate(table, () -> puts(items, portion), rate, counting(), change);
                written += portion;
                done += portion;
                checkpoint.write(new StoppedLoad(spec, done, true));
            }
            checkpoint.delete();
            change.done(TEXT.get("journal.load.done", written, unchanged, skipped));
            return new LoadResult(spec, usersAdded, start.written(), written, unchanged, skipped, change.id());
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, told(e));
        }
    }

    private Intent intent(LoadSpec spec) {
        String what = TEXT.get("journal.load", spec.users(), spec.groups(), spec.messages(), String.valueOf(spec.randomSeed()));
        return start.fresh()
                ? Intent.event(DataLoader.OPERATION, what, TEXT.get("journal.load.undo"))
                : Intent.of(DataLoader.OPERATION, what, UndoKind.ROWS);
    }

    private static Iterator<Write> puts(LoadItems items, long count) {
        return new Iterator<>() {
            private long left = count;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Write next() {
                if (left == 0) {
                    throw new NoSuchElementException();
                }
                left--;
                return new Write.Put(items.next().item(), false);
            }
        };
    }

    /** Writes those of the next items that are not in the table, and never over what is there. */
    private void addMissing(LoadItems items, int count, WritePermit change) {
        progress.stopIfCancelled();
        List<LoadItem> portion = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            portion.add(items.next());
        }
        if (done > 0) {
            // Its messages may be before those that are compared.
            started.add(portion.getFirst().groupUuid());
        }
        Map<Item, Item> existing = writer.existing(table, portion.stream().map(LoadItem::item).toList());
        List<Write> missing = new ArrayList<>();
        for (LoadItem each : portion) {
            @Nullable Item now = existing.get(each.item());
            if (now != null) {
                started.add(each.groupUuid());
                if (ItemValues.same(now, each.item())) {
                    unchanged++;
                } else {
                    skipped++;
                }
            } else if (isReplaced(each)) {
                skipped++;
            } else {
                missing.add(new Write.Put(each.item(), false));
            }
        }
        if (start.fresh()) {
            writer.generate(table, missing, rate, counting(), change);
        } else {
            writer.fill(table, missing, rate, counting(), change);
        }
        written += missing.size();
        done += count;
        progress.advance(done, total);
        forget(portion.getLast());
    }

    /** Whether a missing group item is missing because a message was sent since, which moved it. */
    private boolean isReplaced(LoadItem item) {
        @Nullable String owner = item.owner();
        return owner != null && started.contains(item.groupUuid()) && conversations.isListed(owner, item.groupUuid());
    }

    /** The items of a conversation follow each other, so only the last one is needed further. */
    private void forget(LoadItem last) {
        started.retainAll(Set.of(last.groupUuid()));
    }

    /** Passes on the progress of a portion as that of the whole. */
    private Progress counting() {
        long before = done;
        return new ForwardingProgress(progress) {
            @Override
            public void advance(long ofPortion, long ofTotal) {
                super.advance(before + ofPortion, total);
            }
        };
    }

    private RuntimeException told(RuntimeException thrown) {
        String left = TEXT.get("load.left", done, total);
        if (thrown instanceof OperationCancelledException) {
            return new OperationCancelledException(left, TEXT.get("load.left.remedy"), thrown);
        }
        if (thrown instanceof Failure failure) {
            return new PartialCompletionException(left + " " + failure.sentence(), TEXT.get("load.left.remedy"), thrown);
        }
        return thrown;
    }
}
