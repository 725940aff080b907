package dev.switchboard.dynamodb.edit;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Commits any number of edits as one change, part by part as they become known, each on the condition that its item is as it was read. Memory
 * does not grow with their number. Thread-safe.
 */
public final class EditStreamCommitter {
    private static final int CHUNK = 100;
    private final AwsClients clients;

    public EditStreamCommitter(AwsClients clients) {
        this.clients = clients;
    }

    /** Passes the edits, part by part, to a consumer that writes them. */
    public interface EditStream {
        /** Runs the stream. The part writer sends nothing any more once it was canceled or has failed. */
        void run(PartWriter part);
    }

    /** Writes one part. */
    public interface PartWriter {
        /**
         * Writes edits. An edit of an item that an earlier one of the same part has written is not sent.
         *
         * @return one result for each edit
         */
        List<EditResult> write(List<ItemEdit> edits);

        /** Whether it was canceled or has failed, so that nothing is sent any more; then the stream may end by throwing any exception. */
        boolean hasEnded();
    }

    /**
     * Commits edits.
     *
     * @param operation the name of the operation in the journal
     * @param what a sentence that describes it
     * @param stream is run once, on the calling thread; what it throws is thrown if nothing was written, and otherwise ends the change
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was written
     */
    public EditStreamReport commit(String table, String operation, String what, EditStream stream, Progress progress) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        KeySchema keys = KeySchema.of(description);
        TableDetails details = TableDescriptionMapper.details(description, null, Map.of());
        CapacityLimiter rate = CapacityLimiter.writes(CapacityLimiter.USUAL, details, clients.policy());
        CapacityLimiter reads = CapacityLimiter.reads(CapacityLimiter.USUAL, details, clients.policy());
        WritePermit change = clients.begin(Intent.of(operation, what, UndoKind.ROWS), TableChangeTargets.of(clients, description));
        try (CapacityScope _ = CapacityScope.of(reads, rate, progress)) {
            EditRun run = new EditRun(clients, table, keys, change, rate, progress);
            Counts counts = new Counts();
            run(stream, keys, run, counts);
            EditStreamReport report = counts.report(change.id(), run.isCanceled(), run.problem());
            EditCommitter.end(change, report.failure(), report.unanswered(), report.summary());
            return report;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    private static void run(EditStream stream, KeySchema keys, EditRun run, Counts counts) {
        try {
            stream.run(new PartWriter() {
                @Override
                public List<EditResult> write(List<ItemEdit> edits) {
                    return EditStreamCommitter.write(edits, keys, run, counts);
                }

                @Override
                public boolean hasEnded() {
                    return run.stopped();
                }
            });
        } catch (RuntimeException e) {
            if (!run.stopped()) {
                if (counts.written + counts.unanswered == 0) {
                    throw e;
                }
                run.stop(e);
            }
        }
    }

    private static List<EditResult> write(List<ItemEdit> edits, KeySchema keys, EditRun run, Counts counts) {
        EditResult[] results = new EditResult[edits.size()];
        Set<Item> taken = new HashSet<>();
        int most;
        for (int from = 0; from < results.length; from += most) {
            most = CapacityScope.chunk(CHUNK);
            List<Integer> due = new ArrayList<>();
            for (int i = from; i < Math.min(results.length, from + most); i++) {
                results[i] = new EditResult.NotSent();
                List<Item> own = edits.get(i).keys(keys);
                if (own.stream().noneMatch(taken::contains)) {
                    taken.addAll(own);
                    due.add(i);
                }
            }
            List<ItemEdit> some = due.stream().map(edits::get).toList();
            @Nullable Map<Item, Item> now = run.read(some.stream().flatMap(edit -> edit.keys(keys).stream()).toList());
            if (now != null) {
                List<EditResult> written = run.write(some, now);
                for (int k = 0; k < written.size(); k++) {
                    results[due.get(k)] = written.get(k);
                }
            }
        }
        List<EditResult> all = List.of(results);
        all.forEach(counts);
        return all;
    }

    /** Counts results. */
    private static final class Counts implements Consumer<EditResult> {
        private long all;
        private long written;
        private long conflicts;
        private long rejected;
        private long unanswered;

        @Override
        public void accept(EditResult result) {
            all++;
            switch (result) {
                case EditResult.Written done -> written++;
                case EditResult.Conflict conflict -> conflicts++;
                case EditResult.Rejected refused -> rejected++;
                case EditResult.Unanswered lost -> unanswered++;
                case EditResult.NotSent unsent -> {}
            }
        }

        EditStreamReport report(String change, boolean canceled, @Nullable String problem) {
            return new EditStreamReport(change, all, written, conflicts, rejected, unanswered, canceled, problem);
        }
    }
}
