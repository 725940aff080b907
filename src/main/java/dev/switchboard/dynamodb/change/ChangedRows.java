package dev.switchboard.dynamodb.change;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Endings;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.Keys;
import dev.switchboard.dynamodb.item.RowImages;
import dev.switchboard.dynamodb.item.TablePlace;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.WriteConflict;
import dev.switchboard.failure.Failed;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Recording;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.Undone;
import dev.switchboard.journal.Verdict;
import dev.switchboard.journal.Where;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Changes of rows in the journal, held against their table, and taken back. Safe for several threads. */
public final class ChangedRows {
    private static final Messages TEXT = Messages.of(ChangedRows.class);
    private static final int PORTION = 100;
    private final AwsClients clients;

    public ChangedRows(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * What of a change stands in the table now.
     *
     * @throws Failed where the table is not that of the change, or is gone
     */
    public Verdict compare(Entry entry, Progress progress) {
        RowImages images = images(entry);
        AtomicLong rows = new AtomicLong();
        AtomicLong written = new AtomicLong();
        AtomicLong before = new AtomicLong();
        portions(entry, images, progress, states -> states.forEach(state -> {
            rows.incrementAndGet();
            if (state.isWritten()) {
                written.incrementAndGet();
            } else if (state.isAsBefore()) {
                before.incrementAndGet();
            }
        }));
        return new Verdict(rows.get(), written.get(), before.get(), rows.get() - written.get() - before.get());
    }

    /**
     * Puts the rows of a change back as they were. What was one transaction goes back in one, or not at all; else row by row,
     * and those that somebody has changed since stay as they are.
     *
     * @throws Failed where nothing could be put back, because of changes since or because nothing was written
     * @throws dev.switchboard.failure.Cancelled on request, saying how many rows were put back; another undo goes on from there
     */
    public Undone undo(Entry entry, Progress progress) {
        RowImages images = images(entry);
        Intent intent = Intent.of("journal undo", TEXT.get("undo.what", entry.intent().what()), entry.intent().undo()).undoing(entry.id());
        if (entry.intent().undo() == UndoKind.TRANSACTION) {
            return inOneTransaction(entry, images, intent, progress);
        }
        return new RowUndoRun(clients, entry, images, intent, progress, this::portions).run();
    }

    private Undone inOneTransaction(Entry entry, RowImages images, Intent intent, Progress progress) {
        List<RowState> states = new ArrayList<>();
        portions(entry, images, progress, states::addAll);
        states.removeIf(state -> ItemValues.same(state.before(), state.after()));
        long changed = states.stream().filter(state -> !state.isWritten()).count();
        if (states.stream().allMatch(RowState::isAsBefore)) {
            throw new Failed(TEXT.get("undo.as-before"), null);
        }
        if (changed > 0) {
            throw new Failed(TEXT.get("undo.changed", changed, states.size()), TEXT.get("undo.changed.remedy"));
        }
        ItemStore store = new ItemStore(clients);
        Recording change = store.begin(images.table(), intent);
        try {
            store.transact(images.table(), states.stream().map(RowState::inverse).toList(), UUID.randomUUID().toString(), change);
        } catch (WriteConflict e) {
            Failed failed = new Failed(TEXT.get("undo.changed", e.failed().size(), states.size()), TEXT.get("undo.changed.remedy"), e);
            throw Endings.told(change, failed);
        } catch (RuntimeException e) {
            throw Endings.told(change, e);
        }
        Undone undone = new Undone(change.id(), entry.id(), states.size(), 0);
        change.done(undone.words());
        clients.journal().undone(entry.id(), change.id());
        return undone;
    }

    /** The rows of a change in portions, each beside what stands there now. */
    private void portions(Entry entry, RowImages images, Progress progress, Consumer<List<RowState>> portions) {
        List<Change> portion = new ArrayList<>(PORTION);
        clients.journal().rows(entry.id(), change -> {
            portion.add(change);
            if (portion.size() == PORTION) {
                progress.stopIfCancelled();
                portions.accept(states(images, portion));
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            portions.accept(states(images, portion));
        }
    }

    private static List<RowState> states(RowImages images, List<Change> changes) {
        List<Item> keys = changes.stream().map(RowState::key).map(images.keys()::of).distinct().toList();
        Map<Item, Item> now = images.read(keys);
        return changes.stream().map(change -> RowState.of(change, now.get(images.keys().of(RowState.key(change))))).toList();
    }

    private RowImages images(Entry entry) {
        Where then = entry.where();
        TableDescription table;
        try {
            table = TableReader.descriptionOrFail(clients.dynamoDb(), then.target());
        } catch (ResourceNotFoundException e) {
            throw new Failed(TEXT.get("table.none", then.target()), TEXT.get("table.none.remedy"), e);
        }
        Where now = TablePlace.of(clients, table);
        if (!then.isSame(now)) {
            throw new Failed(TEXT.get("undo.elsewhere", then.words(), now.words()), TEXT.get("undo.elsewhere.remedy"));
        }
        return new RowImages(clients.dynamoDb(), then.target(), Keys.of(table));
    }
}
