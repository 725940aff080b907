package dev.switchboard.conversations;

import dev.switchboard.dynamodb.BatchWriter;
import dev.switchboard.dynamodb.Item;
import dev.switchboard.dynamodb.Write;
import dev.switchboard.dynamodb.WriteConflict;
import dev.switchboard.environment.AwsFailures;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failed;
import dev.switchboard.failure.PartlyDone;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Replaces one conversation. */
final class ReplaceRun {
    private static final Messages TEXT = Messages.of(ReplaceRun.class);
    private static final int MOST_ROWS = 40;
    private final MessageTable table;
    private final BatchWriter writer;
    private final String group;
    private final Person one;
    private final Person other;
    private final List<ScriptedMessage> messages;
    private final Progress progress;
    private final BiConsumer<String, Consumer<Item>> reader;
    private boolean moving;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();

    ReplaceRun(
            MessageTable table,
            BatchWriter writer,
            String group,
            Person one,
            Person other,
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

    Replaced run() {
        try {
            progress.step(TEXT.get("replace.writing"));
            List<Write> puts = messages.stream().map(message -> (Write) new Write.Put(row(message), false)).toList();
            writer.write(table.name(), puts, counting(written));
            progress.step(TEXT.get("replace.deleting"));
            writer.write(table.name(), stale(), counting(deleted));
            progress.stopIfCancelled();
            progress.step(TEXT.get("replace.groups"));
            moving = true;
            moveGroupRows();
            return new Replaced(written.get(), deleted.get());
        } catch (Cancelled e) {
            throw new Cancelled((moving ? counted() : left()) + " " + e.sentence(), TEXT.get("replace.again"), e);
        } catch (PartlyDone e) {
            throw new PartlyDone(left() + " " + e.sentence(), TEXT.get("replace.again"), e);
        } catch (Failed e) {
            // The participants' rows may be moved or not: only the failure itself knows.
            throw new PartlyDone(counted() + " " + e.sentence(), TEXT.get("replace.again"), e);
        } catch (RuntimeException e) {
            @Nullable Explanation why = new AwsFailures().explain(e);
            if (why == null || written.get() + deleted.get() == 0) {
                throw e;
            }
            throw new PartlyDone(left() + " " + why.sentence(), TEXT.get("replace.again"), e);
        }
    }

    private String counted() {
        return TEXT.get("replace.counted", written.get(), messages.size(), deleted.get());
    }

    /** What stands there now, in words that are true at any moment. */
    private String left() {
        return TEXT.get("replace.left", written.get(), messages.size(), deleted.get());
    }

    private Item row(ScriptedMessage message) {
        return Rows.messageRow(group, message.uuid(), message.from(), message.text(), StoredTime.write(message.at()));
    }

    /** The messages of the group that are none of the new ones; read before the first is deleted. */
    private List<Write> stale() {
        Set<String> kept = new HashSet<>();
        messages.forEach(message -> kept.add(StoredTime.write(message.at())));
        List<Write> stale = new ArrayList<>();
        reader.accept(group, item -> {
            if (!kept.contains(item.string(Rows.SK))) {
                stale.add(new Write.Delete(Rows.key(item), Map.of()));
            }
        });
        return stale;
    }

    private void moveGroupRows() {
        ScriptedMessage last = messages.getLast();
        String time = StoredTime.write(last.at());
        List<Write> writes = new ArrayList<>();
        move(writes, Rows.groupRow(one.uuid(), other, group, last.text(), time), one);
        move(writes, Rows.groupRow(other.uuid(), one, group, last.text(), time), other);
        try {
            table.transact(writes);
        } catch (WriteConflict e) {
            throw new PartlyDone(TEXT.get("replace.moved"), TEXT.get("replace.again"), e);
        }
        deleted.addAndGet(writes.stream().filter(Write.Delete.class::isInstance).count());
    }

    private void move(List<Write> writes, Item row, Person owner) {
        List<MessageGroup> former = table.groupRows(owner.uuid(), group);
        Item key = Rows.key(row);
        boolean inPlace = former.stream().anyMatch(old -> Rows.key(old.item()).equals(key));
        // Where it stands already it is replaced; else it must not overwrite the row of another conversation.
        writes.add(new Write.Put(row, !inPlace));
        former.stream()
                .filter(old -> !Rows.key(old.item()).equals(key))
                .limit(MOST_ROWS)
                .forEach(old -> writes.add(new Write.Delete(Rows.key(old.item()), Map.of(Rows.GROUP, group))));
    }

    private Progress counting(AtomicLong count) {
        return new Progress() {
            @Override
            public void step(String text) {
                progress.step(text);
            }

            @Override
            public void advance(long done, long total) {
                count.set(done);
                progress.advance(written.get(), messages.size());
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
