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
        TableDescription described = writer.describe(table.name());
        try (CapacityScope _ = writer.scope(described, progress)) {
            progress.step(TEXT.get("replace.writing"));
            List<Write> puts = messages.stream().map(message -> (Write) new Write.Put(row(message), false)).toList();
            writer.write(described, puts, counting(written), change);
            progress.step(TEXT.get("replace.deleting"));
            List<Write> stale = stale();
            if (!stale.isEmpty()) {
                writer.write(described, stale, counting(deleted), change);
            }
            progress.stopIfCancelled();
            progress.step(TEXT.get("replace.groups"));
            updateGroupItems(change);
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

    /** Deletes for the existing messages of the group that are not replaced; read before the first is deleted. */
    private List<Write> stale() {
        Set<String> kept = new HashSet<>();
        messages.forEach(message -> kept.add(StoredTime.write(message.at())));
        List<Write> stale = new ArrayList<>();
        reader.accept(group, item -> {
            if (!kept.contains(item.string(MessageItems.SK))) {
                stale.add(new Write.Delete(MessageItems.key(item), Map.of()));
            }
        });
        return stale;
    }

    private void updateGroupItems(WritePermit change) {
        ScriptedMessage last = messages.getLast();
        String time = StoredTime.write(last.at());
        List<Participant> owners = List.of(one, other);
        List<List<MessageGroup>> previous = new ArrayList<>(List.of(List.of(), List.of()));
        ParallelTasks.run(owners.size(), i -> previous.set(i, table.groupItems(owners.get(i).uuid(), group)));
        List<Write> writes = new ArrayList<>();
        update(writes, MessageItems.groupItem(one.uuid(), other, group, last.text(), time), previous.getFirst());
        update(writes, MessageItems.groupItem(other.uuid(), one, group, last.text(), time), previous.getLast());
        try {
            table.overwrite(writes, change);
        } catch (WriteConflictException e) {
            throw new PartialCompletionException(TEXT.get("replace.moved"), TEXT.get("replace.again"), e);
        }
        deleted.addAndGet(writes.stream().filter(Write.Delete.class::isInstance).count());
    }

    private void update(List<Write> writes, Item row, List<MessageGroup> previous) {
        Item key = MessageItems.key(row);
        boolean inPlace = previous.stream().anyMatch(old -> MessageItems.key(old.item()).equals(key));
        // An existing item with this key is replaced; otherwise, the item of another conversation must not be overwritten.
        writes.add(new Write.Put(row, !inPlace));
        previous.stream()
                .filter(old -> !MessageItems.key(old.item()).equals(key))
                .limit(MAX_ITEMS)
                .forEach(old -> writes.add(new Write.Delete(MessageItems.key(old.item()), Map.of(MessageItems.GROUP, group))));
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
