package dev.switchboard.conversations;

import dev.switchboard.conversations.RecentConversations.Place;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a new message depends on. Both group items of a conversation usually have the time of its last message, so that one request
 * reads them by their keys; a search for them reads the whole lists of both participants, which may have thousands of items.
 */
final class ConversationSnapshotReader {
    private static final Messages TEXT = Messages.of(ConversationSnapshotReader.class);
    /** Enough messages to find one of the other participant; they cost no more than two or three capacity units. */
    private static final int MESSAGES = 25;
    private final MessageTable table;
    private final RecentConversations recent = new RecentConversations();

    ConversationSnapshotReader(MessageTable table) {
        this.table = table;
    }

    /**
     * Reads a conversation, its group items where they are expected.
     *
     * @throws InvalidInputException if the sender is not a participant
     */
    ConversationSnapshot read(String groupUuid, Participant sender, boolean hasStream) {
        Optional<Place> place = recent.find(groupUuid, sender).filter(known -> hasStream || known.owners().size() > 1);
        @Nullable ConversationSnapshot found = place.map(known -> expected(groupUuid, known, hasStream)).orElse(null);
        if (found != null) {
            return found;
        }
        List<Message> newest = table.newest(groupUuid, MESSAGES);
        place = place(sender, newest, hasStream);
        found = place.map(known -> expected(groupUuid, known, hasStream)).orElse(null);
        return found != null ? found : search(groupUuid, sender, newest.isEmpty() ? null : newest.getFirst().createdAt(), hasStream);
    }

    /** Reads a conversation wherever its group items are, after another writer has moved them. */
    ConversationSnapshot search(String groupUuid, Participant sender, boolean hasStream) {
        recent.forget(groupUuid, sender);
        List<Message> newest = table.newest(groupUuid, 1);
        return search(groupUuid, sender, newest.isEmpty() ? null : newest.getFirst().createdAt(), hasStream);
    }

    /** Remembers where the items of a conversation are after a message. */
    void remember(String groupUuid, List<Participant> participants, Collection<String> times, StoredTime last) {
        List<String> distinct = times.stream().distinct().toList();
        recent.put(groupUuid, participants.getFirst(), new Place(participants, distinct, last));
        if (participants.size() > 1) {
            recent.put(groupUuid, participants.getLast(), new Place(participants.reversed(), distinct, last));
        }
    }

    private static Optional<Place> place(Participant sender, List<Message> newest, boolean hasStream) {
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        StoredTime last = newest.getFirst().createdAt();
        List<String> times = List.of(last.text());
        if (hasStream) {
            return Optional.of(new Place(List.of(sender), times, last));
        }
        return newest.stream()
                .map(Message::from)
                .filter(person -> !person.uuid().isEmpty() && !person.uuid().equals(sender.uuid()))
                .findFirst()
                .map(other -> new Place(List.of(sender, other), times, last));
    }

    /** Returns null unless each participant has one group item where it is expected, and the two belong together. */
    private @Nullable ConversationSnapshot expected(String groupUuid, Place place, boolean hasStream) {
        List<Participant> owners = hasStream ? place.owners().subList(0, 1) : place.owners();
        List<Item> wanted = owners.stream().flatMap(owner -> place.times().stream().map(time -> MessageItems.groupKey(owner.uuid(), time)))
                .toList();
        Collection<Item> items = table.items(wanted);
        List<ConversationSnapshot.OwnedRows> rows = new ArrayList<>();
        for (Participant owner : owners) {
            Participant other = place.owners().stream().filter(one -> !one.equals(owner)).findFirst().orElse(owner);
            List<MessageGroup> own = items.stream()
                    .filter(item -> MessageItems.groupsOf(owner.uuid()).equals(item.string(MessageItems.PK)))
                    .map(MessageItems::group)
                    .filter(group -> group.uuid().equals(groupUuid))
                    .toList();
            if (own.size() != 1 || (!hasStream && !own.getFirst().with().uuid().equals(other.uuid()))) {
                return null;
            }
            rows.add(new ConversationSnapshot.OwnedRows(owner.uuid(), other, own));
        }
        StoredTime last = Stream.concat(
                Stream.of(place.last()), rows.stream().flatMap(participant -> participant.rows().stream()).map(MessageGroup::lastMessageAt))
                .reduce((a, b) -> a.text().compareTo(b.text()) >= 0 ? a : b)
                .orElseThrow();
        return new ConversationSnapshot(rows, last);
    }

    private ConversationSnapshot search(String groupUuid, Participant sender, @Nullable StoredTime last, boolean hasStream) {
        List<MessageGroup> own = table.groupItems(sender.uuid(), groupUuid);
        if (own.isEmpty()) {
            throw new InvalidInputException(
                    "user_not_in_group", TEXT.get("send.not-member", sender.handle(), groupUuid), TEXT.get("send.not-member.remedy"));
        }
        // An item without the other participant's UUID does not lead to a user; the sender's own item is updated anyway.
        Optional<Participant> other = own.stream().map(MessageGroup::with).filter(person -> !person.uuid().isEmpty()).findFirst();
        List<ConversationSnapshot.OwnedRows> rows = new ArrayList<>();
        rows.add(new ConversationSnapshot.OwnedRows(sender.uuid(), other.orElse(own.getFirst().with()), own));
        if (!hasStream) {
            other.ifPresent(person -> rows
                    .add(new ConversationSnapshot.OwnedRows(person.uuid(), sender, table.groupItems(person.uuid(), groupUuid))));
        }
        return new ConversationSnapshot(rows, last);
    }
}
