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
 * Starts conversations. Two concurrent starts would not write the same key, so all starts for the same two users share an
 * idempotency token, which DynamoDB accepts only once in ten minutes.
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
        Optional<MessageGroup> own = table.groupItemsWith(sender.uuid(), receiver.uuid()).stream().findFirst();
        return own.isPresent()
                ? own
                : table.groupItemsWith(receiver.uuid(), sender.uuid()).stream().findFirst().map(row -> restored(sender, receiver, row));
    }

    /**
     * Restores the sender's group item if only the receiver has one; without it, no one could send a message to the conversation.
     */
    private MessageGroup restored(Participant sender, Participant receiver, MessageGroup other) {
        String description = TEXT.get("journal.restore", sender.handle(), other.uuid());
        return table.changing(
                Intent.of("conversations start", description, UndoKind.TRANSACTION), change -> restored(sender, receiver, other, change),
                row -> description);
    }

    /**
     * Writes the sender's item at the time of the receiver's, in a transaction that requires the receiver's to be there still: the transaction
     * that started the conversation and each later message put both at one time, so that a second item of the sender cannot come into being.
     */
    private MessageGroup restored(Participant sender, Participant receiver, MessageGroup other, WritePermit change) {
        TimestampAllocator times = new TimestampAllocator(clock.instant());
        MessageGroup theirs = other;
        String time = theirs.lastMessageAt().text();
        @Nullable WriteConflictException conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Item row = MessageItems.groupItem(sender.uuid(), receiver, theirs.uuid(), theirs.lastMessage(), time);
            try {
                table.transact(List.of(new Write.Put(row, true), new Write.Check(MessageItems.key(theirs.item()))), change);
                return MessageItems.group(row);
            } catch (WriteConflictException e) {
                conflict = e;
                change.startOver();
                Optional<MessageGroup> own = table.groupItemsWith(sender.uuid(), receiver.uuid()).stream().findFirst();
                if (own.isPresent()) {
                    change.failed(TEXT.get("journal.restore.present", own.get().uuid()));
                    return own.get();
                }
                if (e.failed().isEmpty()) {
                    RetryBackoff.TRANSACTION_CONFLICT.await(attempt + 1);
                }
                Optional<MessageGroup> now = table.groupItemsWith(receiver.uuid(), sender.uuid()).stream().findFirst();
                if (now.isEmpty()) {
                    break;
                }
                boolean moved = !now.get().item().equals(theirs.item());
                theirs = now.get();
                if (moved) {
                    time = theirs.lastMessageAt().text();
                } else if (e.failed().contains(0)) {
                    // Another conversation of the sender has this time. Any other time will do until the next message updates the item.
                    times.markTaken(time);
                    time = times.next();
                }
            }
        }
        throw MessageSender.busy(theirs.uuid(), conflict);
    }

    private ConversationStartResult create(Participant sender, Participant receiver, String text) {
        String description = TEXT.get("journal.start", sender.handle(), receiver.handle());
        return table.<ConversationStartResult>changing(
                Intent.of("conversations start", description, UndoKind.TRANSACTION),
                change -> create(sender, receiver, text, change),
                started -> started instanceof ConversationStartResult.New made ? TEXT.get("journal.started", made.groupUuid()) : "");
    }

    private ConversationStartResult create(Participant sender, Participant receiver, String text, WritePermit change) {
        String groupUuid = UUID.randomUUID().toString();
        String messageUuid = UUID.randomUUID().toString();
        TimestampAllocator times = new TimestampAllocator(clock.instant());
        @Nullable WriteConflictException conflict = null;
        int generation = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String time = times.next();
            Item row = MessageItems.messageItem(groupUuid, messageUuid, sender, text, time);
            try {
                List<Write> writes = List.of(
                        new Write.Put(row, true),
                        new Write.Put(MessageItems.groupItem(sender.uuid(), receiver, groupUuid, text, time), true),
                        new Write.Put(MessageItems.groupItem(receiver.uuid(), sender, groupUuid, text, time), true));
                table.transact(writes, token(sender, receiver, generation), change);
                return new ConversationStartResult.New(groupUuid, MessageItems.message(row, groupUuid), change.id());
            } catch (TokenConflictException e) {
                change.startOver();
                Optional<MessageGroup> other = e.underWay() ? Optional.empty() : existing(sender, receiver);
                if (other.isPresent()) {
                    change.failed(TEXT.get("journal.start.second", other.get().uuid()));
                    return new ConversationStartResult.Existing(other.get());
                }
                if (e.underWay()) {
                    RetryBackoff.TRANSACTION_CONFLICT.await(attempt + 1);
                } else {
                    // The other conversation was deleted since, so the token no longer refers to one.
                    generation++;
                }
            } catch (WriteConflictException e) {
                conflict = e;
                change.startOver();
                if (!e.failed().isEmpty()) {
                    times.markTaken(time);
                }
            }
        }
        throw MessageSender.busy(groupUuid, conflict);
    }

    /** The same for both directions; different for another table and after a deleted conversation. */
    private String token(Participant sender, Participant receiver, int generation) {
        String pair = Stream.of(sender.uuid(), receiver.uuid()).sorted().collect(Collectors.joining(" "));
        return UUID
                .nameUUIDFromBytes(
                        String.join(" ", "start", table.name(), pair, Integer.toString(generation)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
