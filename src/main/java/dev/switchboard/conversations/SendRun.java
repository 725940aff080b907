package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.item.WriteConflict;
import dev.switchboard.failure.BadInput;
import dev.switchboard.failure.Failed;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Recording;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.text.Messages;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends one message into a group. */
final class SendRun {
    private static final Messages TEXT = Messages.of(SendRun.class);
    private static final int ATTEMPTS = 40;
    // A transaction takes 100 actions; so many left-over rows of one participant are moved at most.
    private static final int MOST_ROWS = 40;
    private final MessageTable table;
    private final InstantSource clock;

    SendRun(MessageTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    Sent send(String groupUuid, Person sender, String text) {
        check(MessageRules.checkGroup(groupUuid));
        check(MessageRules.checkSender(sender));
        check(MessageRules.check(text));
        var _ = ownRows(groupUuid, sender);
        Intent intent = Intent.of("conversations send", TEXT.get("journal.send", sender.handle(), groupUuid), UndoKind.TRANSACTION);
        return table.changing(
                intent, change -> send(groupUuid, sender, text, change), sent -> TEXT.get("journal.sent", sent.message().createdAt().text()));
    }

    private Sent send(String groupUuid, Person sender, String text, Recording change) {
        String messageUuid = UUID.randomUUID().toString();
        boolean streams = table.hasStream();
        MessageTimes times = new MessageTimes(clock.instant());
        @Nullable WriteConflict conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<MessageGroup> own = ownRows(groupUuid, sender);
            Optional<Message> last = table.lastMessage(groupUuid);
            List<Move> moves = streams ? List.of() : moves(groupUuid, sender, own);
            moves.forEach(move -> times.avoid(move.rows()));
            String time = times.first();
            Item row = Rows.messageRow(groupUuid, messageUuid, sender, text, time);
            try {
                table.transact(writes(row, moves, groupUuid, text, time), change);
                boolean before = last.isPresent() && last.get().createdAt().text().compareTo(time) > 0;
                return new Sent(Rows.message(row, groupUuid), !streams, before, change.id());
            } catch (WriteConflict e) {
                conflict = e;
                change.startOver();
                Contention.resolve(e, table, row, time, times, attempt);
            }
        }
        throw busy(groupUuid, conflict);
    }

    static Failed busy(String groupUuid, @Nullable WriteConflict conflict) {
        String sentence = TEXT.get("send.busy", groupUuid);
        String remedy = TEXT.get("send.busy.remedy");
        return conflict == null ? new Failed(sentence, remedy) : new Failed(sentence, remedy, conflict);
    }

    static void check(@Nullable BadInput broken) {
        if (broken != null) {
            throw broken;
        }
    }

    private List<MessageGroup> ownRows(String groupUuid, Person sender) {
        List<MessageGroup> own = table.groupRows(sender.uuid(), groupUuid);
        if (own.isEmpty()) {
            throw new BadInput(
                    "user_not_in_group", TEXT.get("send.not-member", sender.handle(), groupUuid), TEXT.get("send.not-member.remedy"));
        }
        return own;
    }

    /** All rows of one participant for the group, of which one is to remain. */
    private record Move(String owner, Person other, List<MessageGroup> rows) {}

    private List<Move> moves(String groupUuid, Person sender, List<MessageGroup> own) {
        List<Move> moves = new ArrayList<>();
        Optional<Person> other = own.stream().map(MessageGroup::with).filter(person -> !person.uuid().isEmpty()).findFirst();
        moves.add(new Move(sender.uuid(), other.orElse(own.getFirst().with()), own));
        // A row that lacks the other's uuid leads to nobody: the sender's own is moved all the same.
        other.ifPresent(person -> moves.add(new Move(person.uuid(), sender, table.groupRows(person.uuid(), groupUuid))));
        return moves;
    }

    private static List<Write> writes(Item message, List<Move> moves, String groupUuid, String text, String time) {
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Put(message, true));
        for (Move move : moves) {
            writes.add(new Write.Put(moved(move, groupUuid, text, time), true));
            for (MessageGroup row : move.rows().subList(0, Math.min(move.rows().size(), MOST_ROWS))) {
                // Somebody else's message has moved the row when it is gone, and the next attempt looks for it again.
                writes.add(new Write.Delete(Rows.key(row.item()), Map.of(Rows.GROUP, groupUuid)));
            }
        }
        return writes;
    }

    /** The newest row with its new place and preview, whatever else it carries; or a new one where a participant has none. */
    private static Item moved(Move move, String groupUuid, String text, String time) {
        return move.rows().isEmpty()
                ? Rows.groupRow(move.owner(), move.other(), groupUuid, text, time)
                : move.rows().getFirst().item().with(Rows.SK, time).with(Rows.TEXT, text);
    }
}
