package dev.switchboard.conversations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the group items of the latest conversations were after the last message, so that the next message looks for them there. These are
 * hints: what is not there is searched for. Thread-safe.
 */
final class RecentConversations {
    private static final int MOST = 1_000;
    private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What is known of a conversation.
     *
     * @param owners the participants whose group items are needed, the sender first
     * @param times the sort keys that a group item can have now
     * @param last the message that sorted last
     */
    record Place(List<Participant> owners, List<String> times, StoredTime last) {
        Place {
            owners = List.copyOf(owners);
            times = List.copyOf(times);
        }
    }

    synchronized Optional<Place> find(String groupUuid, Participant sender) {
        return Optional.ofNullable(places.get(name(groupUuid, sender)));
    }

    synchronized void put(String groupUuid, Participant sender, Place place) {
        places.put(name(groupUuid, sender), place);
    }

    synchronized void forget(String groupUuid, Participant sender) {
        places.remove(name(groupUuid, sender));
    }

    private static String name(String groupUuid, Participant sender) {
        return groupUuid + ' ' + sender.uuid();
    }
}
