package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TokenTaken;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.item.WriteConflict;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Recording;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts a conversation of two. No row of a conversation has a key that two starts at one moment would both write; so that only one of
 * them is done, all starts of the same two bear the same token, which DynamoDB lets through once in ten minutes.
 */
final class StartRun {
    private static final Messages TEXT = Messages.of(StartRun.class);
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
        String what = TEXT.get("journal.mend", sender.handle(), theirs.uuid());
        return table.changing(
                Intent.of("conversations start", what, UndoKind.TRANSACTION), change -> mended(sender, receiver, theirs, change), row -> what);
    }

    private MessageGroup mended(Person sender, Person receiver, MessageGroup theirs, Recording change) {
        MessageTimes times = new MessageTimes(clock.instant());
        String time = theirs.lastMessageAt().text();
        @Nullable WriteConflict conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Item row = Rows.groupRow(sender.uuid(), receiver, theirs.uuid(), theirs.lastMessage(), time);
            try {
                table.transact(List.of(new Write.Put(row, true)), change);
                return Rows.group(row);
            } catch (WriteConflict e) {
                // Another conversation of the sender stands at that very time: any other will do until the next message moves the row.
                conflict = e;
                change.startOver();
                times.isTaken(time);
                time = times.first();
            }
        }
        throw SendRun.busy(theirs.uuid(), conflict);
    }

    private Started create(Person sender, Person receiver, String text) {
        String what = TEXT.get("journal.start", sender.handle(), receiver.handle());
        return table.<Started>changing(
                Intent.of("conversations start", what, UndoKind.TRANSACTION),
                change -> create(sender, receiver, text, change),
                started -> started instanceof Started.New made ? TEXT.get("journal.started", made.groupUuid()) : "");
    }

    private Started create(Person sender, Person receiver, String text, Recording change) {
        String groupUuid = UUID.randomUUID().toString();
        String messageUuid = UUID.randomUUID().toString();
        MessageTimes times = new MessageTimes(clock.instant());
        @Nullable WriteConflict conflict = null;
        int gone = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String time = times.first();
            Item row = Rows.messageRow(groupUuid, messageUuid, sender, text, time);
            try {
                List<Write> writes = List.of(
                        new Write.Put(row, true),
                        new Write.Put(Rows.groupRow(sender.uuid(), receiver, groupUuid, text, time), true),
                        new Write.Put(Rows.groupRow(receiver.uuid(), sender, groupUuid, text, time), true));
                table.transact(writes, token(sender, receiver, gone), change);
                return new Started.New(groupUuid, Rows.message(row, groupUuid), change.id());
            } catch (TokenTaken e) {
                change.startOver();
                Optional<MessageGroup> theirs = e.underWay() ? Optional.empty() : existing(sender, receiver);
                if (theirs.isPresent()) {
                    change.failed(TEXT.get("journal.start.second", theirs.get().uuid()));
                    return new Started.Existing(theirs.get());
                }
                if (e.underWay()) {
                    Contention.pause(attempt);
                } else {
                    // Theirs was removed since, so that the token stands for nothing any more.
                    gone++;
                }
            } catch (WriteConflict e) {
                conflict = e;
                change.startOver();
                if (!e.failed().isEmpty()) {
                    times.isTaken(time);
                }
            }
        }
        throw SendRun.busy(groupUuid, conflict);
    }

    /** The same for both directions; the token of another table, or after one that is gone, is another. */
    private String token(Person sender, Person receiver, int gone) {
        String pair = Stream.of(sender.uuid(), receiver.uuid()).sorted().collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(String.join(" ", "start", table.name(), pair, Integer.toString(gone)).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
