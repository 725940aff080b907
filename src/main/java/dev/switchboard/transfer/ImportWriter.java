package dev.switchboard.transfer;

import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.dynamodb.edit.PutRun;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.TransferRecord;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the chunks of an import one after the other, and notes after each how far it has come. Used by one thread. */
final class ImportWriter {
    private static final Messages TEXT = Messages.of(ImportWriter.class);
    private final String table;
    private final PutRun run;
    private final ConflictMode onConflict;
    private final boolean resumed;
    private final ImportCheckpoint checkpoint;
    private final Rejects rejects;
    private ImportCounts counts;

    /** @param counts what is done */
    ImportWriter(
            String table, PutRun run, ConflictMode onConflict, ImportCheckpoint checkpoint, Rejects rejects, ImportCounts counts,
            boolean resumed) {
        this.table = table;
        this.run = run;
        this.onConflict = onConflict;
        this.checkpoint = checkpoint;
        this.rejects = rejects;
        this.counts = counts;
        this.resumed = resumed;
    }

    ImportCounts counts() {
        return counts;
    }

    /**
     * Writes all chunks.
     *
     * @throws Failure if it stopped before the end, with what was written
     */
    void write(ImportChunks chunks, long total, Progress progress) throws IOException {
        for (List<TransferRecord> chunk = chunks.chunk(); !chunk.isEmpty(); chunk = chunks.chunk()) {
            if (progress.isCancelled() || !write(chunk)) {
                throw stopped();
            }
            counts = counts.plus(chunks.last(), 0, 0, 0, 0);
            checkpoint.write(counts);
            progress.advance(counts.records(), total);
        }
        counts = counts.plus(chunks.last(), 0, 0, 0, 0);
    }

    /** Returns whether all of the chunk is done. */
    private boolean write(List<TransferRecord> chunk) {
        List<Item> items = chunk.stream().map(each -> Objects.requireNonNull(each.item())).toList();
        PutRun.Chunk put = run.put(items, onConflict != ConflictMode.REPLACE);
        long written = 0;
        long skipped = 0;
        boolean complete = true;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            switch (put.results().get(i)) {
                case EditResult.Written _ -> written++;
                case EditResult.Conflict(@Nullable Item now) when resumed && ItemValues.same(now, item) -> written++;
                case EditResult.Conflict _ when onConflict == ConflictMode.SKIP -> skipped++;
                case EditResult.Conflict _ -> complete = false;
                case EditResult.Rejected(String sentence) when run.problem() == null -> rejects.add(chunk.get(i), sentence);
                default -> complete = false;
            }
        }
        counts = counts.plus(counts.records(), written, put.replaced(), 0, skipped);
        return complete;
    }

    private Failure stopped() {
        String done = TEXT.get("import.done", counts.written(), table);
        if (run.problem() != null) {
            String sentence = run.problem() + " " + done;
            return counts.written() == 0
                    ? new OperationFailedException(sentence, TEXT.get("import.resume"))
                    : new PartialCompletionException(sentence, TEXT.get("import.resume"));
        }
        if (onConflict == ConflictMode.FAIL && !run.isCanceled()) {
            return new PartialCompletionException(TEXT.get("import.conflict.meanwhile", table) + " " + done, TEXT.get("import.resume"));
        }
        return new OperationCancelledException(TEXT.get("import.cancelled") + " " + done, TEXT.get("import.resume"));
    }
}
