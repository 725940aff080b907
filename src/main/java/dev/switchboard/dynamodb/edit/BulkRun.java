package dev.switchboard.dynamodb.edit;

import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One bulk edit: takes the pages of the source one after another, and counts. */
final class BulkRun {
    private static final int CHUNK = 100;
    private static final int MOST_EXCEPTIONS = 1000;
    private final String change;
    private final KeySchema keys;
    private final BulkChange edit;
    private final EditRun run;
    private final Progress progress;
    private final List<BulkReport.BulkException> exceptions = new ArrayList<>();
    private long read;
    private long written;
    private long unchanged;
    private long skipped;
    private long rejected;
    private long unanswered;

    /** Ends the reading of a source from within. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super("the writer stopped", null, false, false);
        }
    }

    BulkRun(String change, KeySchema keys, BulkChange edit, EditRun run, Progress progress) {
        this.change = change;
        this.keys = keys;
        this.edit = edit;
        this.run = run;
        this.progress = progress;
    }

    /** Throws what the source throws where nothing was written. */
    void run(ItemSource source) {
        try {
            source.read(this::page);
        } catch (RuntimeException e) {
            if (!run.stopped()) {
                if (written + unanswered == 0) {
                    throw e;
                }
                run.stop(e);
            }
        }
    }

    /** Segments deliver pages on several threads; one of them writes, and the others wait. */
    private synchronized void page(List<Item> items) {
        int most;
        for (int from = 0; from < items.size(); from += most) {
            most = CapacityScope.chunk(CHUNK);
            if (run.stopped()) {
                throw new Stop();
            }
            chunk(items.subList(from, Math.min(items.size(), from + most)));
        }
        if (run.stopped()) {
            throw new Stop();
        }
    }

    private void chunk(List<Item> items) {
        // An index can hold an item twice only while it is being moved; a selection can name it twice.
        Map<Item, Item> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(keys.of(item), item));
        @Nullable Map<Item, Item> now = run.read(byKey.keySet());
        if (now == null) {
            return;
        }
        read += byKey.size();
        List<ItemEdit> edits = new ArrayList<>();
        byKey.forEach((key, item) -> {
            @Nullable Item present = now.get(key);
            if (present == null || !isAsRead(item, present)) {
                skipped++;
                except(item, new EditResult.Conflict(present));
                return;
            }
            ItemEdit due = edit.edit(present);
            if (due.changesNothing()) {
                unchanged++;
            } else {
                edits.add(due);
            }
        });
        List<EditResult> results = run.write(edits, now);
        for (int i = 0; i < edits.size(); i++) {
            count(edits.get(i), results.get(i));
        }
        progress.advance(read, Progress.UNKNOWN);
    }

    /** What was read can be a part of the item, such as from an index. */
    private static boolean isAsRead(Item read, Item present) {
        return ItemValues.same(read, present.only(read.names()));
    }

    private void count(ItemEdit due, EditResult result) {
        switch (result) {
            case EditResult.Written() -> written++;
            case EditResult.Conflict _ -> skipped++;
            case EditResult.Rejected _ -> rejected++;
            case EditResult.Unanswered _ -> unanswered++;
            case EditResult.NotSent() -> {}
        }
        if (!(result instanceof EditResult.Written)) {
            except(due.subject(), result);
        }
    }

    private void except(Item item, EditResult result) {
        if (exceptions.size() < MOST_EXCEPTIONS) {
            exceptions.add(new BulkReport.BulkException(item, result));
        }
    }

    BulkReport report() {
        return new BulkReport(
                change, read, written, unchanged, skipped, rejected, unanswered, exceptions, run.isCanceled(), run.problem());
    }
}
