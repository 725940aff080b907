package dev.switchboard.dynamodb.change;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.WriteConflictException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares changes of items in the journal with their table, and undoes them. Thread-safe. */
public final class ItemUndoManager {
    private static final Messages TEXT = Messages.of(ItemUndoManager.class);
    private static final int PORTION = 100;
    private final AwsClients clients;

    public ItemUndoManager(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Compares a change with the current items.
     *
     * @throws OperationFailedException if the table is not the one that was changed, or does not exist
     */
    public ComparisonResult compare(Entry entry, Progress progress) {
        ItemImageReader images = images(entry);
        AtomicLong rows = new AtomicLong();
        AtomicLong written = new AtomicLong();
        AtomicLong before = new AtomicLong();
        try (CapacityScope _ = limited(images, progress)) {
            portions(entry, images, progress, change -> true, states -> states.forEach(state -> {
                rows.incrementAndGet();
                if (state.isWritten()) {
                    written.incrementAndGet();
                } else if (state.isAsBefore()) {
                    before.incrementAndGet();
                }
            }));
        }
        return new ComparisonResult(rows.get(), written.get(), before.get(), rows.get() - written.get() - before.get());
    }

    /**
     * Restores the previous items of a change. A transaction is undone in one transaction or not at all; other changes are undone
     * item by item, skipping items that have changed since.
     *
     * @throws OperationFailedException if no item could be restored, because of later changes or because nothing was written
     * @throws dev.switchboard.failure.OperationCancelledException if canceled, with the number of restored items; another undo continues from there
     */
    public UndoResult undo(Entry entry, Progress progress) {
        ItemImageReader images = images(entry);
        Intent intent = Intent.of("journal undo", TEXT.get("undo.what", entry.intent().what()), entry.intent().undo()).undoing(entry.id());
        if (entry.intent().undo() == UndoKind.TRANSACTION) {
            return inOneTransaction(entry, images, intent, progress);
        }
        try (CapacityScope _ = limited(images, progress)) {
            return new ItemUndoWriter(clients, entry, images, intent, progress, this::portions).run();
        }
    }

    private CapacityScope limited(ItemImageReader images, Progress progress) {
        return CapacityScope.ofTable(clients, TableReader.detailsOrFail(clients.dynamoDb(), images.table()), progress);
    }

    private UndoResult inOneTransaction(Entry entry, ItemImageReader images, Intent intent, Progress progress) {
        List<ItemState> states = new ArrayList<>();
        portions(entry, images, progress, change -> !ItemState.isUnchanged(change), states::addAll);
        long changed = states.stream().filter(state -> !state.isWritten()).count();
        if (states.stream().allMatch(ItemState::isAsBefore)) {
            throw new OperationFailedException(TEXT.get("undo.as-before"), null);
        }
        if (changed > 0) {
            throw new OperationFailedException(TEXT.get("undo.changed", changed, states.size()), TEXT.get("undo.changed.remedy"));
        }
        ItemStore store = new ItemStore(clients);
        WritePermit change = store.begin(images.table(), intent);
        try {
            store.transact(images.table(), states.stream().map(ItemState::inverse).toList(), UUID.randomUUID().toString(), change);
        } catch (WriteConflictException e) {
            OperationFailedException failed = new OperationFailedException(TEXT.get("undo.changed", e.failed().size(), states.size()),
                    TEXT.get("undo.changed.remedy"), e);
            throw ChangeOutcomes.told(change, failed);
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
        UndoResult undone = new UndoResult(change.id(), entry.id(), states.size(), 0);
        change.done(undone.summary());
        clients.journal().undone(entry.id(), change.id());
        return undone;
    }

    /** Passes some items of a change, with their current states, in portions. */
    private void portions(
            Entry entry, ItemImageReader images, Progress progress, Predicate<Change> which, Consumer<List<ItemState>> portions) {
        List<Change> portion = new ArrayList<>(PORTION);
        clients.journal().rows(entry.id(), change -> {
            if (which.test(change)) {
                portion.add(change);
            }
            if (portion.size() >= CapacityScope.chunk(PORTION)) {
                progress.stopIfCancelled();
                portions.accept(states(images, portion));
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            portions.accept(states(images, portion));
        }
    }

    private static List<ItemState> states(ItemImageReader images, List<Change> changes) {
        List<Item> keys = changes.stream().map(ItemState::key).map(images.keys()::of).distinct().toList();
        Map<Item, Item> now = images.read(keys);
        return changes.stream().map(change -> ItemState.of(change, now.get(images.keys().of(ItemState.key(change))))).toList();
    }

    private ItemImageReader images(Entry entry) {
        ChangeTarget then = entry.where();
        TableDescription table;
        try {
            table = TableReader.descriptionOrFail(clients.dynamoDb(), then.target());
        } catch (ResourceNotFoundException e) {
            throw new OperationFailedException(TEXT.get("table.none", then.target()), TEXT.get("table.none.remedy"), e);
        }
        ChangeTarget now = TableChangeTargets.of(clients, table);
        if (!then.isSame(now)) {
            throw new OperationFailedException(TEXT.get("undo.elsewhere", then.summary(), now.summary()),
                    TEXT.get("undo.elsewhere.remedy"));
        }
        return new ItemImageReader(clients.dynamoDb(), then.target(), KeySchema.of(table));
    }
}
