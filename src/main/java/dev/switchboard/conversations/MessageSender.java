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
import java.util.Map;
import java.util.Optional;
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

    MessageSender(MessageTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    MessageSendResult send(String groupUuid, Participant sender, String text) {
        check(MessageRules.checkGroup(groupUuid));
        check(MessageRules.checkSender(sender));
        check(MessageRules.check(text));
        var _ = ownItems(groupUuid, sender);
        Intent intent = Intent.of("conversations send", TEXT.get("journal.send", sender.handle(), groupUuid), UndoKind.TRANSACTION);
        return table.changing(
                intent, change -> send(groupUuid, sender, text, change),
                sent -> TEXT.get("journal.sent", sent.message().createdAt().text()));
    }

    private MessageSendResult send(String groupUuid, Participant sender, String text, WritePermit change) {
        String messageUuid = UUID.randomUUID().toString();
        boolean hasStream = table.hasStream();
        TimestampAllocator times = new TimestampAllocator(clock.instant());
        @Nullable WriteConflictException conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<MessageGroup> ownItems = ownItems(groupUuid, sender);
            Optional<Message> last = table.lastMessage(groupUuid);
            List<Move> moves = hasStream ? List.of() : moves(groupUuid, sender, ownItems);
            moves.forEach(move -> times.exclude(move.rows()));
            last.ifPresent(message -> times.follow(message.createdAt()));
            String time = times.next();
            Item row = MessageItems.messageItem(groupUuid, messageUuid, sender, text, time);
            try {
                table.transact(writes(row, moves, groupUuid, text, time), change);
                boolean before = last.isPresent() && last.get().createdAt().text().compareTo(time) > 0;
                return new MessageSendResult(MessageItems.message(row, groupUuid), !hasStream, before, change.id());
            } catch (WriteConflictException e) {
                conflict = e;
                change.startOver();
                WriteConflictResolver.resolve(e, table, row, time, times, attempt);
            }
        }
        throw busy(groupUuid, conflict);
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

    private List<MessageGroup> ownItems(String groupUuid, Participant sender) {
        List<MessageGroup> ownItems = table.groupItems(sender.uuid(), groupUuid);
        if (ownItems.isEmpty()) {
            throw new InvalidInputException(
                    "user_not_in_group", TEXT.get("send.not-member", sender.handle(), groupUuid), TEXT.get("send.not-member.remedy"));
        }
        return ownItems;
    }

    /** All group items of one participant for the group, of which one is to remain. */
    private record Move(String owner, Participant other, List<MessageGroup> rows) {}

    private List<Move> moves(String groupUuid, Participant sender, List<MessageGroup> ownItems) {
        List<Move> moves = new ArrayList<>();
        Optional<Participant> other = ownItems.stream().map(MessageGroup::with).filter(person -> !person.uuid().isEmpty()).findFirst();
        moves.add(new Move(sender.uuid(), other.orElse(ownItems.getFirst().with()), ownItems));
        // An item without the other participant's UUID does not lead to a user; the sender's own item is updated anyway.
        other.ifPresent(person -> moves.add(new Move(person.uuid(), sender, table.groupItems(person.uuid(), groupUuid))));
        return moves;
    }

    private static List<Write> writes(Item message, List<Move> moves, String groupUuid, String text, String time) {
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Put(message, true));
        for (Move move : moves) {
            boolean stays = !move.rows().isEmpty() && isLater(move.rows().getFirst(), time);
            if (!stays) {
                writes.add(new Write.Put(moved(move, groupUuid, text, time), true));
            }
            for (MessageGroup row : move.rows().subList(stays ? 1 : 0, Math.min(move.rows().size(), MOST_ROWS))) {
                // If the item no longer exists, another message has moved it, and the next attempt reads it again.
                writes.add(new Write.Delete(MessageItems.key(row.item()), Map.of(MessageItems.GROUP, groupUuid)));
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
    private static Item moved(Move move, String groupUuid, String text, String time) {
        return move.rows().isEmpty()
                ? MessageItems.groupItem(move.owner(), move.other(), groupUuid, text, time)
                : move.rows().getFirst().item().with(MessageItems.SK, time).with(MessageItems.TEXT, text);
    }
}
