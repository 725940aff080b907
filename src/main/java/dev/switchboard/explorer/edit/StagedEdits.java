package dev.switchboard.explorer.edit;

import dev.switchboard.dynamodb.edit.EditCommitter;
import dev.switchboard.dynamodb.edit.EditReport;
import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The edits of one table that wait for the commit, one for each item, in the order in which they were staged. Not thread-safe. */
public final class StagedEdits {
    private static final Messages TEXT = Messages.of(StagedEdits.class);
    private final KeySchema keys;
    private final Map<Item, StagedEdit> edits = new LinkedHashMap<>();

    /** @param keys the key of the table */
    public StagedEdits(KeySchema keys) {
        this.keys = keys;
    }

    /** The key of the table. */
    public KeySchema keys() {
        return keys;
    }

    /** The edits, oldest first. */
    public List<StagedEdit> all() {
        return List.copyOf(edits.values());
    }

    /** The edit of an item by any item or key with its key; null if none is staged. */
    public @Nullable StagedEdit of(Item item) {
        return edits.get(keys.of(item));
    }

    /** The item as it is after the staged edit; the item itself if none is staged, null if it is to be deleted. */
    public @Nullable Item current(Item item) {
        @Nullable StagedEdit staged = of(item);
        return staged == null ? item : staged.edit().item();
    }

    /**
     * Stages an edit. An item that has a staged edit keeps what was read first as its expected state; an edit that leaves that state is no
     * edit any more.
     *
     * @throws InvalidInputException if another staged edit already creates or changes the item with the new key
     */
    public void stage(ItemEdit edit) {
        Item key = keys.of(edit.subject());
        @Nullable StagedEdit former = edits.get(key);
        @Nullable Item expected = former == null ? edit.expected() : former.edit().expected();
        if (former != null && edit.expected() == null) {
            throw taken(key);
        }
        @Nullable Item item = edit.item();
        if (expected == null && item == null) {
            edits.remove(key);
            return;
        }
        ItemEdit whole = new ItemEdit(expected, item);
        Item stagedKey = keys.of(whole.subject());
        if (item != null) {
            checkFree(item, key);
        }
        if (!stagedKey.equals(key)) {
            // A new item whose key was changed before the commit.
            edits.remove(key);
        }
        if (whole.changesNothing()) {
            edits.remove(stagedKey);
        } else {
            edits.put(stagedKey, StagedEdit.of(whole, keys));
        }
    }

    private void checkFree(Item item, Item own) {
        Item target = keys.of(item);
        for (StagedEdit other : edits.values()) {
            @Nullable Item after = other.edit().item();
            boolean same = other.key().equals(target) || (after != null && keys.of(after).equals(target));
            if (same && !other.key().equals(own)) {
                throw taken(target);
            }
        }
    }

    private static InvalidInputException taken(Item key) {
        return new InvalidInputException("staged_twice", TEXT.get("staged.twice", key.toJson()), TEXT.get("staged.twice.remedy"));
    }

    /** Discards the edit of an item. */
    public void discard(Item key) {
        edits.remove(keys.of(key));
    }

    /** Discards all edits. */
    public void clear() {
        edits.clear();
    }

    /** Whether all edits fit in one transaction. */
    public boolean fitTransaction() {
        return EditCommitter.fitTransaction(itemEdits(), keys);
    }

    /** The edits as they are committed. */
    public List<ItemEdit> itemEdits() {
        return edits.values().stream().map(StagedEdit::edit).toList();
    }

    /**
     * The write capacity units of the commit in the table itself, without its indexes.
     *
     * @param together whether they are committed in one transaction, which costs twice as much
     */
    public double units(boolean together) {
        double units = edits.values().stream().mapToDouble(StagedEdit::units).sum();
        return together ? 2 * units : units;
    }

    /** Removes the edits that a commit has written; the others stay. */
    public void committed(List<StagedEdit> sent, EditReport report) {
        Set<Item> written = new HashSet<>();
        List<EditResult> results = new ArrayList<>(report.results());
        for (int i = 0; i < sent.size(); i++) {
            if (results.get(i) instanceof EditResult.Written) {
                written.add(sent.get(i).key());
            }
        }
        edits.keySet().removeAll(written);
    }

    /**
     * Resolves a conflict for the edit: it is made of the item as it is now.
     *
     * @param now the current item; null if it does not exist
     */
    public void rebase(StagedEdit staged, @Nullable Item now) {
        @Nullable Item item = staged.edit().item();
        edits.remove(staged.key());
        if (now != null || item != null) {
            ItemEdit edit = new ItemEdit(now, item);
            if (!edit.changesNothing()) {
                edits.put(keys.of(edit.subject()), StagedEdit.of(edit, keys));
            }
        }
    }
}
