package dev.switchboard.conversations;

import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TokenConflictException;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.item.WriteConflictException;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
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
final class ConversationStarter {
    private static final Messages TEXT = Messages.of(ConversationStarter.class);
    private static final int ATTEMPTS = 40;
    private final MessageTable table;
    private final InstantSource clock;

    ConversationStarter(MessageTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    ConversationStartResult start(Participant sender, Participant receiver, String text) {
        MessageSender.check(MessageRules.checkSender(sender));
        MessageSender.check(MessageRules.checkReceiver(sender, receiver.handle(), receiver));
        MessageSender.check(MessageRules.check(text));
        Optional<MessageGroup> existing = existing(sender, receiver);
        return existing.isPresent() ? new ConversationStartResult.Existing(existing.get()) : create(sender, receiver, text);
    }

    private Optional<MessageGroup> existing(Participant sender, Participant receiver) {
        Optional<MessageGroup> own = table.groupRowsWith(sender.uuid(), receiver.uuid()).stream().findFirst();
        return own.isPresent()
                ? own
                : table.groupRowsWith(receiver.uuid(), sender.uuid()).stream().findFirst().map(row -> mended(sender, receiver, row));
    }

    /** Only the receiver has a row of their conversation: the sender's is put back, for without it nobody could write into it. */
    private MessageGroup mended(Participant sender, Participant receiver, MessageGroup theirs) {
        String what = TEXT.get("journal.mend", sender.handle(), theirs.uuid());
        return table.changing(
                Intent.of("conversations start", what, UndoKind.TRANSACTION), change -> mended(sender, receiver, theirs, change),
                row -> what);
    }

    private MessageGroup mended(Participant sender, Participant receiver, MessageGroup theirs, WritePermit change) {
        TimestampAllocator times = new TimestampAllocator(clock.instant());
        String time = theirs.lastMessageAt().text();
        @Nullable WriteConflictException conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Item row = MessageItems.groupRow(sender.uuid(), receiver, theirs.uuid(), theirs.lastMessage(), time);
            try {
                table.transact(List.of(new Write.Put(row, true)), change);
                return MessageItems.group(row);
            } catch (WriteConflictException e) {
                // Another conversation of the sender stands at that very time: any other will do until the next message moves the row.
                conflict = e;
                change.startOver();
                times.isTaken(time);
                time = times.first();
            }
        }
        throw MessageSender.busy(theirs.uuid(), conflict);
    }

    private ConversationStartResult create(Participant sender, Participant receiver, String text) {
        String what = TEXT.get("journal.start", sender.handle(), receiver.handle());
        return table.<ConversationStartResult>changing(
                Intent.of("conversations start", what, UndoKind.TRANSACTION),
                change -> create(sender, receiver, text, change),
                started -> started instanceof ConversationStartResult.New made ? TEXT.get("journal.started", made.groupUuid()) : "");
    }

    private ConversationStartResult create(Participant sender, Participant receiver, String text, WritePermit change) {
        String groupUuid = UUID.randomUUID().toString();
        String messageUuid = UUID.randomUUID().toString();
        TimestampAllocator times = new TimestampAllocator(clock.instant());
        @Nullable WriteConflictException conflict = null;
        int gone = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String time = times.first();
            Item row = MessageItems.messageRow(groupUuid, messageUuid, sender, text, time);
            try {
                List<Write> writes = List.of(
                        new Write.Put(row, true),
                        new Write.Put(MessageItems.groupRow(sender.uuid(), receiver, groupUuid, text, time), true),
                        new Write.Put(MessageItems.groupRow(receiver.uuid(), sender, groupUuid, text, time), true));
                table.transact(writes, token(sender, receiver, gone), change);
                return new ConversationStartResult.New(groupUuid, MessageItems.message(row, groupUuid), change.id());
            } catch (TokenConflictException e) {
                change.startOver();
                Optional<MessageGroup> theirs = e.underWay() ? Optional.empty() : existing(sender, receiver);
                if (theirs.isPresent()) {
                    change.failed(TEXT.get("journal.start.second", theirs.get().uuid()));
                    return new ConversationStartResult.Existing(theirs.get());
                }
                if (e.underWay()) {
                    RetryBackoff.TRANSACTION_CONFLICT.await(attempt + 1);
                } else {
                    // Theirs was removed since, so that the token stands for nothing any more.
                    gone++;
                }
            } catch (WriteConflictException e) {
                conflict = e;
                change.startOver();
                if (!e.failed().isEmpty()) {
                    times.isTaken(time);
                }
            }
        }
        throw MessageSender.busy(groupUuid, conflict);
    }

    /** The same for both directions; the token of another table, or after one that is gone, is another. */
    private String token(Participant sender, Participant receiver, int gone) {
        String pair = Stream.of(sender.uuid(), receiver.uuid()).sorted().collect(Collectors.joining(" "));
        return UUID
                .nameUUIDFromBytes(String.join(" ", "start", table.name(), pair, Integer.toString(gone)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
