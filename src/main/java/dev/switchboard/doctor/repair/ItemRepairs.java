package dev.switchboard.doctor.repair;

import dev.switchboard.doctor.data.DataCheck;

/** The repairs of the findings about items. */
final class ItemRepairs {
    private ItemRepairs() {}

    /** @throws IllegalArgumentException if the findings of the check are not about items, or cannot be repaired */
    static ItemRepair of(DataCheck check, RepairReader reader, RepairChoice choice) {
        return switch (check) {
            case GROUP_ONE_SIDED -> new OneSidedGroupRepair(reader);
            case GROUP_WITHOUT_MESSAGES -> new GroupWithoutMessagesRepair(reader);
            case MESSAGES_WITHOUT_GROUP -> new MessagesWithoutGroupRepair(reader);
            case GROUP_ROW_STALE -> new StaleRowRepair(reader);
            case GROUP_DUPLICATE -> new DuplicateGroupRepair(reader, choice);
            case MESSAGE_SENDER_FOREIGN -> new ForeignSenderRepair(reader);
            case MESSAGE_DUPLICATE -> new DuplicateMessageRepair(reader);
            case ITEM_UNKNOWN -> new UnknownItemRepair(reader);
            case TIME_UNREADABLE -> new UnreadableTimeRepair(reader);
            case TIME_ORDER -> new TimeOrderRepair(reader);
            case USER_UNKNOWN -> new UnknownUserRepair(reader);
            case USER_RENAMED -> new RenamedUserRepair(reader);
            case COGNITO_ID_MISSING, COGNITO_ID_STALE, COGNITO_ID_SHARED, POOL_USER_UNMATCHED, HANDLE_DUPLICATE ->
                throw new IllegalArgumentException(check.id());
        };
    }
}
