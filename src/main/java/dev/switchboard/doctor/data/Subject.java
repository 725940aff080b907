package dev.switchboard.doctor.data;

import dev.switchboard.conversations.MessagesTableKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the subject of a finding. What is empty is left out. */
public record Subject(Map<String, String> values) {
    /** A subject of one part. */
    public static Subject of(String name, @Nullable String value) {
        return new Subject(Map.of()).with(name, value);
    }

    /** A conversation. */
    public static Subject group(String uuid) {
        return of("group", uuid);
    }

    /** A group row: its group, the owner of the list, and its key. */
    public static Subject row(Fact.RowFact row) {
        return group(row.group()).with("user", row.person()).with("key", MessagesTableKeys.row(row.person(), row.sortKey()).toJson());
    }

    /** A message: its group, sender, UUID and key. */
    public static Subject message(Fact.MessageFact message) {
        return group(message.group())
                .with("user", message.person())
                .with("message", message.uuid())
                .with("key", MessagesTableKeys.message(message.group(), message.sortKey()).toJson());
    }

    /** Adds a part, unless it is empty. */
    public Subject with(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new Subject(all);
    }
}
