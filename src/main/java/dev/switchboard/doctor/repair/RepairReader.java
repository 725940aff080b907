package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.conversations.Participant;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads what repairs need: the items of findings, and users, each of them once. Thread-safe. */
final class RepairReader {
    private final MessagesTableReader items;
    private final UserDirectory directory;
    private final ConcurrentHashMap<String, Optional<User>> users = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Optional<User>> usersByHandle = new ConcurrentHashMap<>();

    RepairReader(MessagesTableReader items, UserDirectory directory) {
        this.items = items;
        this.directory = directory;
    }

    MessagesTableReader items() {
        return items;
    }

    /** The item of a finding; null if it does not exist any more. */
    @Nullable
    MessagesTableItem item(Finding finding) {
        return items.get(Item.ofJson(finding.subject("key"))).orElse(null);
    }

    /** The group row of a finding; null if there is none with its key any more. */
    MessagesTableItem.@Nullable GroupRow row(Finding finding) {
        return item(finding) instanceof MessagesTableItem.GroupRow row && row.group().equals(finding.subject("group")) ? row : null;
    }

    /** The message of a finding; null if there is none with its key any more. */
    MessagesTableItem.@Nullable GroupMessage message(Finding finding) {
        return item(finding) instanceof MessagesTableItem.GroupMessage message ? message : null;
    }

    /** The user with a UUID as a participant; null if PostgreSQL has none who is complete. */
    @Nullable
    Participant participant(String uuid) {
        return users.computeIfAbsent(uuid, key -> directory.byUuids(List.of(key)).stream().findFirst())
                .filter(User::identified)
                .map(Participant::of)
                .orElse(null);
    }

    /** The user with a handle as a participant; null if PostgreSQL has none who is complete. */
    @Nullable
    Participant byHandle(String handle) {
        return usersByHandle.computeIfAbsent(handle, directory::byHandle).filter(User::identified).map(Participant::of).orElse(null);
    }
}
