package dev.switchboard.dynamodb.edit;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.item.WriteConflictException;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Commits edits of items, each on the condition that its item is as it was read. The items before and after are in the journal before they
 * are written, so that the commit can be undone. Thread-safe.
 */
public final class EditCommitter {
    private static final Messages TEXT = Messages.of(EditCommitter.class);
    static final int MOST_ACTIONS = 100;
    // DynamoDB allows 4 MB. The size of the items is counted here, and their JSON is larger.
    static final long MOST_BYTES = 3_900_000;
    private static final int CHUNK = 100;
    private static final int CONTENDED = 8;
    private static final Set<String> THROTTLED = Set.of("ThrottlingError", "ProvisionedThroughputExceeded");
    private final AwsClients clients;

    public EditCommitter(AwsClients clients) {
        this.clients = clients;
    }

    /** Whether these edits fit in one transaction: at most 100 writes and about 4 MB. */
    public static boolean fitTransaction(List<ItemEdit> edits, KeySchema keys) {
        long actions = edits.stream().mapToLong(edit -> edit.moves(keys) ? 2 : 1).sum();
        return actions <= MOST_ACTIONS && edits.stream().mapToLong(ItemEdit::bytes).sum() <= MOST_BYTES;
    }

    /**
     * Commits edits of distinct items.
     *
     * @param operation the name of the operation in the journal, that of the command where there is one
     * @param together whether all are written in one transaction or none is; otherwise they are written one by one
     * @return one result for each edit; nothing is written of an edit that has a conflict
     * @throws InvalidInputException if two edits are of the same item, or do not fit in one transaction
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was written
     * @throws RuntimeException if a transaction failed, or nothing could be read before the first write
     */
    public EditReport commit(String table, String operation, List<ItemEdit> edits, boolean together, Progress progress) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        KeySchema keys = KeySchema.of(description);
        check(edits, together, keys);
        UndoKind undo = together ? UndoKind.TRANSACTION : UndoKind.ROWS;
        Intent intent = Intent.of(operation, TEXT.get("commit.what", edits.size(), table), undo);
        WritePermit change = clients.begin(intent, TableChangeTargets.of(clients, description));
        try {
            return together
                    ? transaction(table, keys, edits, change, progress)
                    : oneByOne(TableDescriptionMapper.details(description, null, Map.of()), keys, edits, change, progress);
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    private static void check(List<ItemEdit> edits, boolean together, KeySchema keys) {
        Set<Item> seen = new HashSet<>();
        for (ItemEdit edit : edits) {
            for (Item key : edit.keys(keys)) {
                if (!seen.add(key)) {
                    throw new InvalidInputException("edit_twice", TEXT.get("commit.twice", key.toJson()), TEXT.get("commit.twice.remedy"));
                }
            }
        }
        if (together && !fitTransaction(edits, keys)) {
            throw new InvalidInputException("edit_too_many", TEXT.get("commit.too-many"), TEXT.get("commit.too-many.remedy"));
        }
    }

    private EditReport transaction(String table, KeySchema keys, List<ItemEdit> edits, WritePermit change, Progress progress) {
        ItemImageReader images = new ItemImageReader(clients.dynamoDb(), table, keys);
        ItemStore store = new ItemStore(clients);
        String token = UUID.randomUUID().toString();
        for (int attempt = 1;; attempt++) {
            progress.stopIfCancelled();
            EditResult[] results = compared(edits, images);
            List<Integer> due = new ArrayList<>();
            for (int i = 0; i < results.length; i++) {
                if (results[i] instanceof EditResult.NotSent) {
                    due.add(i);
                }
            }
            boolean conflict = Arrays.stream(results).anyMatch(EditResult.Conflict.class::isInstance);
            if (conflict) {
                Arrays.setAll(results, i -> results[i] instanceof EditResult.Conflict ? results[i] : new EditResult.NotSent());
            }
            if (conflict || due.isEmpty()) {
                return ended(change, new EditReport(change.id(), List.of(results), false, null));
            }
            List<Write> writes = due.stream().flatMap(i -> edits.get(i).writes(keys).stream()).toList();
            change.rows(due.stream().flatMap(i -> EditRun.changes(edits.get(i), keys).stream()).toList());
            try {
                send(store, table, writes, token, change);
                due.forEach(i -> results[i] = new EditResult.Written());
                return ended(change, new EditReport(change.id(), List.of(results), false, null));
            } catch (WriteConflictException e) {
                // The items are compared once more: one of them was changed since, or another transaction was in progress.
                change.startOver();
                token = UUID.randomUUID().toString();
                if (attempt >= CONTENDED) {
                    throw new OperationFailedException(TEXT.get("commit.contended"), TEXT.get("commit.contended.remedy"), e);
                }
                RetryBackoff.TRANSACTION_CONFLICT.await(attempt);
            }
        }
    }

    /** Sends a transaction until it is not throttled. The token is the same, so that it is written once. */
    static void send(ItemStore store, String table, List<Write> writes, String token, WritePermit change) {
        for (int throttled = 1;; throttled++) {
            try {
                store.transactRecorded(table, writes, token, change);
                return;
            } catch (DynamoDbException e) {
                if (!isThrottled(e)) {
                    throw e;
                }
                RetryBackoff.sleep(ThrottlingLimit.USUAL.pause(table, throttled));
            }
        }
    }

    private static boolean isThrottled(DynamoDbException thrown) {
        return Throttling.is(thrown)
                || (thrown instanceof TransactionCanceledException canceled
                        && canceled.cancellationReasons().stream().map(CancellationReason::code).anyMatch(THROTTLED::contains));
    }

    private static EditResult[] compared(List<ItemEdit> edits, ItemImageReader images) {
        Map<Item, Item> now = images.read(edits.stream().flatMap(edit -> edit.keys(images.keys()).stream()).toList());
        EditResult[] results = new EditResult[edits.size()];
        for (int i = 0; i < results.length; i++) {
            @Nullable EditResult known = EditRun.compare(edits.get(i), now, images.keys());
            results[i] = known == null ? new EditResult.NotSent() : known;
        }
        return results;
    }

    private EditReport oneByOne(TableDetails details, KeySchema keys, List<ItemEdit> edits, WritePermit change, Progress progress) {
        String table = details.name();
        CapacityLimiter rate = CapacityLimiter.writes(CapacityLimiter.USUAL, details, clients.policy());
        EditRun run = new EditRun(clients, table, keys, change, rate, progress);
        List<EditResult> results = new ArrayList<>(edits.size());
        CapacityLimiter reads = CapacityLimiter.reads(CapacityLimiter.USUAL, details, clients.policy());
        try (CapacityScope _ = CapacityScope.of(reads, rate, progress)) {
            int most;
            for (int from = 0; from < edits.size(); from += most) {
                most = CapacityScope.chunk(CHUNK);
                List<ItemEdit> chunk = edits.subList(from, Math.min(edits.size(), from + most));
                @Nullable Map<Item, Item> now = run.read(chunk.stream().flatMap(edit -> edit.keys(keys).stream()).toList());
                if (now == null) {
                    chunk.forEach(edit -> results.add(new EditResult.NotSent()));
                } else {
                    results.addAll(run.write(chunk, now));
                    progress.advance(results.size(), edits.size());
                }
            }
        }
        return ended(change, new EditReport(change.id(), results, run.isCanceled(), run.problem()));
    }

    /** Ends the change with what the report says. */
    static EditReport ended(WritePermit change, EditReport report) {
        end(change, report.failure(), report.unanswered(), report.summary());
        return report;
    }

    /**
     * Ends a change.
     *
     * @param failure why not everything was written; null if everything was
     * @param unanswered the number of writes of which it is unknown whether they were made
     */
    static void end(WritePermit change, @Nullable Failure failure, long unanswered, String summary) {
        if (failure == null) {
            change.done(summary);
        } else if (unanswered > 0) {
            change.notKnown(summary);
        } else {
            change.ended(failure);
        }
    }
}
