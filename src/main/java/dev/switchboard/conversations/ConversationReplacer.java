package dev.switchboard.conversations;

import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ParallelTasks;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.item.WriteConflictException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.ForwardingProgress;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Replaces one conversation. */
final class ConversationReplacer {
    private static final Messages TEXT = Messages.of(ConversationReplacer.class);
    private static final int MAX_ITEMS = 40;
    private final MessageTable table;
    private final BatchWriter writer;
    private final String group;
    private final Participant one;
    private final Participant other;
    private final List<ScriptedMessage> messages;
    private final Progress progress;
    private final BiConsumer<String, Consumer<Item>> reader;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();

    ConversationReplacer(
            MessageTable table,
            BatchWriter writer,
            String group,
            Participant one,
            Participant other,
            List<ScriptedMessage> messages,
            Progress progress,
            BiConsumer<String, Consumer<Item>> reader) {
        this.table = table;
        this.writer = writer;
        this.group = group;
        this.one = one;
        this.other = other;
        this.messages = messages;
        this.progress = progress;
        this.reader = reader;
    }

    ConversationReplaceResult run() {
        Intent intent = Intent.of(
                "seed conversation", TEXT.get("journal.seed", messages.size(), one.handle(), other.handle(), group), UndoKind.ROWS);
        return table.changing(
                intent, this::run, replaced -> TEXT.get("journal.seeded", replaced.messages(), replaced.deleted()));
    }

    private ConversationReplaceResult run(WritePermit change) {
        TableDescription described = table.state().description();
        try (CapacityScope _ = writer.scope(described, progress)) {
            progress.step(TEXT.get("replace.writing"));
            List<Write> puts = messages.stream().map(message -> (Write) new Write.Put(row(message), false)).toList();
            writer.write(described, puts, counting(written), change);
            progress.step(TEXT.get("replace.deleting"));
            List<Write> stale = new ArrayList<>();
            List<List<MessageGroup>> groups = groupItems(() -> addStale(stale));
            if (!stale.isEmpty()) {
                writer.write(described, stale, counting(deleted), change);
                // They may have changed while messages were deleted.
                groups = groupItems(() -> {});
            }
            progress.stopIfCancelled();
            progress.step(TEXT.get("replace.groups"));
            updateGroupItems(groups, change);
            return new ConversationReplaceResult(written.get(), deleted.get(), change.id());
        } catch (OperationCancelledException e) {
            throw new OperationCancelledException(summary(), TEXT.get("replace.again"), e);
        } catch (PartialCompletionException e) {
            throw new PartialCompletionException(summary() + " " + e.sentence(), TEXT.get("replace.again"), e);
        }
    }

    /** Describes what was written so far. */
    private String summary() {
        return TEXT.get("replace.left", written.get(), messages.size(), deleted.get());
    }

    private Item row(ScriptedMessage message) {
        return MessageItems.messageItem(group, message.uuid(), message.from(), message.text(), StoredTime.write(message.at()));
    }

    /** Adds deletes for the existing messages of the group that are not replaced; read before the first is deleted. */
    private void addStale(List<Write> stale) {
        Set<String> kept = new HashSet<>();
        messages.forEach(message -> kept.add(StoredTime.write(message.at())));
        reader.accept(group, item -> {
            if (!kept.contains(item.string(MessageItems.SK))) {
                stale.add(new Write.Delete(MessageItems.key(item), Map.of()));
            }
        });
    }

    /** Reads the group items of both participants, and something else beside them. */
    private List<List<MessageGroup>> groupItems(Runnable beside) {
        List<Participant> owners = List.of(one, other);
        List<List<MessageGroup>> found = new ArrayList<>(List.of(List.of(), List.of()));
        ParallelTasks.run(owners.size() + 1, i -> {
            if (i < owners.size()) {
                found.set(i, table.groupItems(owners.get(i).uuid(), group));
            } else {
                beside.run();
            }
        });
        return found;
    }

    private void updateGroupItems(List<List<MessageGroup>> previous, WritePermit change) {
        ScriptedMessage last = messages.getLast();
        String time = StoredTime.write(last.at());
        List<Write> writes = new ArrayList<>();
        update(writes, MessageItems.groupItem(one.uuid(), other, group, last.text(), time), previous.getFirst());
        update(writes, MessageItems.groupItem(other.uuid(), one, group, last.text(), time), previous.getLast());
        try {
            table.transact(writes, change);
        } catch (WriteConflictException e) {
            throw new PartialCompletionException(TEXT.get("replace.moved"), TEXT.get("replace.again"), e);
        }
        deleted.addAndGet(writes.stream().filter(Write.Remove.class::isInstance).count());
    }

    private void update(List<Write> writes, Item row, List<MessageGroup> previous) {
        Item key = MessageItems.key(row);
        // An existing item with this key is replaced; otherwise, the item of another conversation must not be overwritten. Each write demands
        // the item that was read, which is therefore not read once more for the journal.
        writes.add(previous.stream()
                .map(MessageGroup::item)
                .filter(old -> MessageItems.key(old).equals(key))
                .findFirst()
                .<Write>map(old -> new Write.Replace(row, old))
                .orElseGet(() -> new Write.Put(row, true)));
        previous.stream()
                .map(MessageGroup::item)
                .filter(old -> !MessageItems.key(old).equals(key))
                .limit(MAX_ITEMS)
                .forEach(old -> writes.add(new Write.Remove(old)));
    }

    private Progress counting(AtomicLong count) {
        return new ForwardingProgress(progress) {
            @Override
            public void advance(long done, long total) {
                count.set(done);
                super.advance(written.get(), messages.size());
            }
        };
    }
}
