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
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Puts items that replace whatever has their key. The item that is replaced is in the journal, also where another process changes it in the
 * meantime: each put is conditional on what was read, and repeated after another read. Thread-safe.
 */
public final class ItemPutter {
    private static final Messages TEXT = Messages.of(ItemPutter.class);
    private static final int CHUNK = 100;
    private static final int ATTEMPTS = 10;
    private final AwsClients clients;

    public ItemPutter(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * What became of items that were put.
     *
     * @param replaced how many of the written items replaced another
     */
    public record PutReport(EditReport edits, long replaced) {}

    /**
     * Puts items.
     *
     * @param operation the name of the operation in the journal
     * @param onlyIfAbsent whether an item that exists stays as it is, which is reported as a conflict
     * @throws InvalidInputException if two items have the same key
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was written
     */
    public PutReport put(String table, String operation, List<Item> items, boolean onlyIfAbsent, Progress progress) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        KeySchema keys = KeySchema.of(description);
        checkDistinct(items, keys);
        Intent intent = Intent.of(operation, TEXT.get("put.what", items.size(), table), UndoKind.ROWS);
        WritePermit change = clients.begin(intent, TableChangeTargets.of(clients, description));
        TableDetails details = TableDescriptionMapper.details(description, null, Map.of());
        CapacityLimiter reads = CapacityLimiter.reads(CapacityLimiter.USUAL, details, clients.policy());
        CapacityLimiter rate = CapacityLimiter.writes(CapacityLimiter.USUAL, details, clients.policy());
        try (CapacityScope _ = CapacityScope.of(reads, rate, progress)) {
            EditRun run = new EditRun(clients, table, keys, change, rate, progress);
            List<EditResult> results = new ArrayList<>();
            long replaced = 0;
            int most;
            for (int from = 0; from < items.size(); from += most) {
                most = CapacityScope.chunk(CHUNK);
                List<Item> chunk = items.subList(from, Math.min(items.size(), from + most));
                replaced += put(chunk, onlyIfAbsent, false, keys, run, results);
                progress.advance(results.size(), items.size());
            }
            EditReport report = new EditReport(change.id(), results, run.isCanceled(), run.problem());
            return new PutReport(EditCommitter.ended(change, report), replaced);
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    private static void checkDistinct(List<Item> items, KeySchema keys) {
        Set<Item> seen = new HashSet<>();
        for (Item item : items) {
            Item key = keys.of(item);
            if (!seen.add(key)) {
                throw new InvalidInputException("put_twice", TEXT.get("put.twice", key.toJson()), TEXT.get("put.twice.remedy"));
            }
        }
    }

    /**
     * Returns how many items were replaced.
     *
     * @param absent whether none of them is expected to exist, so that they are not read first
     */
    static long put(List<Item> items, boolean onlyIfAbsent, boolean absent, KeySchema keys, EditRun run, List<EditResult> results) {
        EditResult[] ended = new EditResult[items.size()];
        List<Integer> due = new ArrayList<>();
        for (int i = 0; i < ended.length; i++) {
            ended[i] = new EditResult.NotSent();
            due.add(i);
        }
        long replaced = 0;
        for (int attempt = 1; !due.isEmpty() && attempt <= ATTEMPTS; attempt++) {
            @Nullable Map<Item, Item> now =
                    absent && attempt == 1 ? Map.of() : run.read(due.stream().map(i -> keys.of(items.get(i))).toList());
            if (now == null) {
                break;
            }
            if (onlyIfAbsent) {
                // Also where the item is the same as the one that is put: it was there before.
                due.forEach(i -> ended[i] = new EditResult.Conflict(now.get(keys.of(items.get(i)))));
                due.removeIf(i -> now.containsKey(keys.of(items.get(i))));
            }
            List<ItemEdit> edits = due.stream()
                    .map(i -> new ItemEdit(onlyIfAbsent ? null : now.get(keys.of(items.get(i))), items.get(i)))
                    .toList();
            List<EditResult> some = run.write(edits, now);
            List<Integer> again = new ArrayList<>();
            for (int k = 0; k < some.size(); k++) {
                EditResult result = some.get(k);
                ended[due.get(k)] = result;
                if (result instanceof EditResult.Conflict && !onlyIfAbsent) {
                    again.add(due.get(k));
                } else if (result instanceof EditResult.Written && edits.get(k).expected() != null) {
                    replaced++;
                }
            }
            due = again;
        }
        results.addAll(List.of(ended));
        return replaced;
    }
}
