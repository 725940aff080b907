package dev.switchboard.doctor;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A repair that the health checks can offer. */
enum Repair {
    CREATE_TABLE("create-table"),
    DB_SETUP("db-setup"),
    DB_SEED("db-seed"),
    USERS_SYNC("users-sync"),
    SEED_CONVERSATION("seed-conversation");

    private final String id;

    Repair(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    String title() {
        return Messages.of(Repair.class).get("repair." + id);
    }

    /**
     * Returns the repair with the given ID.
     *
     * @throws InvalidInputException if no repair has this ID, with the valid IDs
     */
    static Repair of(String id) {
        for (Repair repair : values()) {
            if (repair.id.equals(id)) {
                return repair;
            }
        }
        Messages text = Messages.of(Repair.class);
        String all = Arrays.stream(values()).map(Repair::id).collect(Collectors.joining(", "));
        throw new InvalidInputException("repair_unknown", text.get("repair.unknown", id), text.get("repair.unknown.remedy", all));
    }
}
