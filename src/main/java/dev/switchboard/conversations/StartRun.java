package dev.switchboard.conversations;

import dev.switchboard.dynamodb.Item;
import dev.switchboard.dynamodb.Write;
import dev.switchboard.dynamodb.WriteConflict;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts a conversation of two. */
final class StartRun {
    private static final int ATTEMPTS = 40;
    private final MessageTable table;
    private final InstantSource clock;

    StartRun(MessageTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    Started start(Person sender, Person receiver, String text) {
        SendRun.check(MessageRules.checkSender(sender));
        SendRun.check(MessageRules.checkReceiver(sender, receiver.handle(), receiver));
        SendRun.check(MessageRules.check(text));
        Optional<MessageGroup> existing = existing(sender, receiver);
        return existing.isPresent() ? new Started.Existing(existing.get()) : create(sender, receiver, text);
    }

    private Optional<MessageGroup> existing(Person sender, Person receiver) {
        Optional<MessageGroup> own = table.groupRowsWith(sender.uuid(), receiver.uuid()).stream().findFirst();
        return own.isPresent() ? own : table.groupRowsWith(receiver.uuid(), sender.uuid()).stream().findFirst().map(row -> mended(sender, receiver, row));
    }

    /** Only the receiver has a row of their conversation: the sender's is put back, for without it nobody could write into it. */
    private MessageGroup mended(Person sender, Person receiver, MessageGroup theirs) {
        MessageTimes times = new MessageTimes(clock.instant());
        String time = theirs.lastMessageAt().text();
        @Nullable WriteConflict conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Item row = Rows.groupRow(sender.uuid(), receiver, theirs.uuid(), theirs.lastMessage(), time);
            try {
                table.transact(List.of(new Write.Put(row, true)));
                return Rows.group(row);
            } catch (WriteConflict e) {
                // Another conversation of the sender stands at that very time: any other will do until the next message moves the row.
                conflict = e;
                times.isTaken(time);
                time = times.first();
            }
        }
        throw SendRun.busy(theirs.uuid(), conflict);
    }

    private Started create(Person sender, Person receiver, String text) {
        String groupUuid = UUID.randomUUID().toString();
        String messageUuid = UUID.randomUUID().toString();
        MessageTimes times = new MessageTimes(clock.instant());
        @Nullable WriteConflict conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String time = times.first();
            Item row = Rows.messageRow(groupUuid, messageUuid, sender, text, time);
            try {
                table.transact(List.of(
                        new Write.Put(row, true),
                        new Write.Put(Rows.groupRow(sender.uuid(), receiver, groupUuid, text, time), true),
                        new Write.Put(Rows.groupRow(receiver.uuid(), sender, groupUuid, text, time), true)));
                return new Started.New(groupUuid, Rows.message(row, groupUuid));
            } catch (WriteConflict e) {
                conflict = e;
                if (!e.failed().isEmpty()) {
                    times.isTaken(time);
                }
            }
        }
        throw SendRun.busy(groupUuid, conflict);
    }
}
