package dev.switchboard.explorer.edit;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.edit.BulkChange;
import dev.switchboard.dynamodb.edit.BulkEditor;
import dev.switchboard.dynamodb.edit.BulkReport;
import dev.switchboard.dynamodb.edit.EditCommitter;
import dev.switchboard.dynamodb.edit.EditReport;
import dev.switchboard.dynamodb.edit.EditedItemReader;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.edit.ItemPutter;
import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Map;

/** Edits items of any table, for the window and the command line. Thread-safe; each call blocks. */
public final class ItemEditor {
    private static final Messages TEXT = Messages.of(ItemEditor.class);
    private static final int ATTEMPTS = 5;
    private final EditedItemReader reader;
    private final EditCommitter committer;
    private final BulkEditor bulk;
    private final ItemPutter putter;

    public ItemEditor(AwsClients clients) {
        reader = new EditedItemReader(clients);
        committer = new EditCommitter(clients);
        bulk = new BulkEditor(clients);
        putter = new ItemPutter(clients);
    }

    /**
     * Returns the table with its keys and indexes.
     *
     * @throws dev.switchboard.failure.InvalidInputException if it does not exist
     */
    public TableDetails table(String name) {
        return reader.table(name);
    }

    /**
     * Returns the whole current items of these items or keys, by key, with strongly consistent reads. Items that do not exist are missing.
     *
     * @param items items, which can be parts of items such as from an index, with their keys
     */
    public Map<Item, Item> read(String table, List<Item> items) {
        return reader.read(table, items);
    }

    /**
     * Commits staged edits of distinct items.
     *
     * @param together whether all are written in one transaction or none is; otherwise one by one
     */
    public EditReport commit(String table, List<ItemEdit> edits, boolean together, Progress progress) {
        return committer.commit(table, "items commit", edits, together, progress);
    }

    /** Deletes, or sets or removes an attribute of, all items of a source; see {@link BulkEditor#run}. */
    public BulkReport bulk(String table, BulkChange change, ItemSource source, double rate, Progress progress) {
        return bulk.run(table, change instanceof BulkChange.Delete ? "items delete" : "items update", change, source, rate, progress);
    }

    /** The write capacity units per second of a bulk edit where none are given; 0 for no limit. */
    public double usualRate(TableDetails table) {
        return bulk.usualRate(table);
    }

    /**
     * Puts items, which replace those of the same keys.
     *
     * @param onlyIfAbsent whether items that exist stay as they are
     * @throws InvalidInputException if an item cannot be stored in the table, or two have the same key; nothing was written
     */
    public ItemPutter.PutReport put(String table, List<Item> items, boolean onlyIfAbsent, Progress progress) {
        ItemRules rules = ItemRules.of(reader.table(table));
        for (int i = 0; i < items.size(); i++) {
            List<String> problems = rules.problems(TypedItems.values(items.get(i)));
            if (!problems.isEmpty()) {
                throw new InvalidInputException(
                        "item_invalid", TEXT.get("put.invalid", i + 1, String.join(" ", problems)), TEXT.get("put.invalid.remedy"));
            }
        }
        return putter.put(table, "items put", items, onlyIfAbsent, progress);
    }

    /**
     * What was deleted.
     *
     * @param change the ID of the change in the journal
     */
    public record DeletedItem(String change, Item item) {}

    /**
     * Deletes one item.
     *
     * @param key its key, or an item with its key
     * @throws InvalidInputException if the key is not that of the table, or there is no such item
     * @throws OperationFailedException if others kept changing it, or it could not be deleted
     */
    public DeletedItem delete(String table, Item key, Progress progress) {
        String problem = reader.keyProblem(table, key);
        if (!problem.isEmpty()) {
            throw new InvalidInputException("key_invalid", problem, TEXT.get("delete.key.remedy"));
        }
        for (int attempt = 1;; attempt++) {
            Item item = reader.read(table, List.of(key)).values().stream().findFirst().orElseThrow(() -> new InvalidInputException(
                    "item_not_found", TEXT.get("delete.none", table), TEXT.get("delete.none.remedy")));
            EditReport report = committer.commit(table, "items delete", List.of(ItemEdit.delete(item)), false, progress);
            if (report.complete()) {
                return new DeletedItem(report.change(), item);
            }
            if (report.conflicts() == 0 || attempt == ATTEMPTS) {
                throw report.failure() == null ? new OperationFailedException(report.summary(), null) : report.failure();
            }
        }
    }

}
