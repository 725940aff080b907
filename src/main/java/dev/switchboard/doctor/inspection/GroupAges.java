package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Orders groups by their first message. */
public record GroupAges(MessagesTableReader reader) {
    /** Returns groups, the one with the oldest first message first; those without messages last. */
    public List<String> oldestFirst(List<String> groups) {
        Map<String, Instant> begun = new HashMap<>();
        groups.forEach(group -> begun.put(
                group, reader.oldest(group).map(message -> Objects.requireNonNull(message.time().instant())).orElse(Instant.MAX)));
        return groups.stream().sorted(Comparator.comparing((String group) -> begun.get(group)).thenComparing(group -> group)).toList();
    }
}
