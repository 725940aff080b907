package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.item.WriteConflictException;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a message to a group. */
final class MessageSender {
    private static final Messages TEXT = Messages.of(MessageSender.class);
    private static final int ATTEMPTS = 40;
    // A transaction is limited to 100 actions, so at most this many leftover items of one participant are updated.
    private static final int MOST_ROWS = 40;
    private final MessageTable table;
    private final InstantSource clock;
    private final ConversationSnapshotReader snapshots;

    MessageSender(MessageTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        snapshots = new ConversationSnapshotReader(table);
    }

    MessageSendResult send(String groupUuid, Participant sender, String text) {
        check(MessageRules.checkGroup(groupUuid));
        check(MessageRules.checkSender(sender));
        check(MessageRules.check(text));
        boolean hasStream = table.state().hasStream();
        ConversationSnapshot found = snapshots.read(groupUuid, sender, hasStream);
        Intent intent = Intent.of("conversations send", TEXT.get("journal.send", sender.handle(), groupUuid), UndoKind.TRANSACTION);
        return table.changing(
                intent, change -> send(groupUuid, sender, text, hasStream, found, change),
                sent -> TEXT.get("journal.sent", sent.message().createdAt().text()));
    }

    /** Remembers where the items of a new conversation are, for the next message. */
    void started(Participant sender, Participant receiver, Message first) {
        snapshots.remember(first.group(), List.of(sender, receiver), List.of(first.createdAt().text()), first.createdAt());
    }

    private MessageSendResult send(
            String groupUuid, Participant sender, String text, boolean hasStream, ConversationSnapshot found, WritePermit change) {
        String messageUuid = UUID.randomUUID().toString();
        TimestampAllocator times = new TimestampAllocator(clock.instant());
        ConversationSnapshot snapshot = found;
        @Nullable WriteConflictException conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                snapshot = snapshots.search(groupUuid, sender, hasStream);
            }
            List<ConversationSnapshot.OwnedRows> moves = hasStream ? List.of() : snapshot.rows();
            moves.forEach(move -> times.exclude(move.rows()));
            @Nullable StoredTime last = snapshot.last();
            if (last != null) {
                times.follow(last);
            }
            String time = times.next();
            Item row = MessageItems.messageItem(groupUuid, messageUuid, sender, text, time);
            try {
                table.transact(writes(row, moves, groupUuid, text, time), change);
                boolean before = last != null && last.text().compareTo(time) > 0;
                remember(groupUuid, sender, snapshot, before && last != null ? last : StoredTime.read(time), time);
                return new MessageSendResult(MessageItems.message(row, groupUuid), !hasStream, before, change.id());
            } catch (WriteConflictException e) {
                conflict = e;
                change.startOver();
                WriteConflictResolver.resolve(e, table, row, time, times, attempt);
            }
        }
        throw busy(groupUuid, conflict);
    }

    /** A group item has the message's time, or keeps its own where that is later; with a stream, one or the other. */
    private void remember(String groupUuid, Participant sender, ConversationSnapshot before, StoredTime last, String time) {
        List<Participant> participants = new ArrayList<>(List.of(sender));
        if (before.rows().size() > 1) {
            participants.add(before.rows().getFirst().other());
        }
        List<String> keys = new ArrayList<>(List.of(time));
        before.rows().stream().filter(participant -> !participant.rows().isEmpty())
                .map(participant -> participant.rows().getFirst().lastMessageAt())
                .filter(at -> before.rows().size() == 1 || at.text().compareTo(time) > 0)
                .forEach(at -> keys.add(at.text()));
        snapshots.remember(groupUuid, participants, keys, last);
    }

    static OperationFailedException busy(String groupUuid, @Nullable WriteConflictException conflict) {
        String sentence = TEXT.get("send.busy", groupUuid);
        String remedy = TEXT.get("send.busy.remedy");
        return conflict == null ? new OperationFailedException(sentence, remedy) : new OperationFailedException(sentence, remedy, conflict);
    }

    static void check(@Nullable InvalidInputException failure) {
        if (failure != null) {
            throw failure;
        }
    }

    private static List<Write> writes(Item message, List<ConversationSnapshot.OwnedRows> moves, String groupUuid, String text,
            String time) {
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Put(message, true));
        for (ConversationSnapshot.OwnedRows move : moves) {
            boolean stays = !move.rows().isEmpty() && isLater(move.rows().getFirst(), time);
            if (!stays) {
                writes.add(new Write.Put(moved(move, groupUuid, text, time), true));
            }
            for (MessageGroup row : move.rows().subList(stays ? 1 : 0, Math.min(move.rows().size(), MOST_ROWS))) {
                // If the item no longer exists or has changed, another message has moved it, and the next attempt searches for it.
                writes.add(new Write.Remove(row.item()));
            }
        }
        return writes;
    }

    /**
     * Whether a group item has a later time than a message, for example because the clock of this computer is late. It then keeps its time and
     * its preview: those of the conversation's last message.
     */
    private static boolean isLater(MessageGroup row, String time) {
        return StoredTime.OLDEST_FIRST.compare(row.lastMessageAt(), StoredTime.read(time)) > 0;
    }

    /** The newest group item with the new time and preview and all its other attributes; a new item if a participant has none. */
    private static Item moved(ConversationSnapshot.OwnedRows move, String groupUuid, String text, String time) {
        return move.rows().isEmpty()
                ? MessageItems.groupItem(move.owner(), move.other(), groupUuid, text, time)
                : move.rows().getFirst().item().with(MessageItems.SK, time).with(MessageItems.TEXT, text);
    }
}
