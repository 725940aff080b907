package dev.switchboard.doctor.data;

import dev.switchboard.text.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The checks of the data. */
public enum DataCheck {
    /** A group row of one participant, and none of the other. */
    GROUP_ONE_SIDED(CheckGroup.CONVERSATIONS, Source.CONVERSATION),
    /** Group rows, and no message. */
    GROUP_WITHOUT_MESSAGES(CheckGroup.CONVERSATIONS, Source.CONVERSATION),
    /** Messages, and no group row. */
    MESSAGES_WITHOUT_GROUP(CheckGroup.CONVERSATIONS, Source.CONVERSATION),
    /** A group row whose text or time is not that of the newest message. */
    GROUP_ROW_STALE(CheckGroup.CONVERSATIONS, Source.CONVERSATION),
    /** A second group of the same two people. */
    GROUP_DUPLICATE(CheckGroup.CONVERSATIONS, Source.CONVERSATION),
    /** A message whose sender is not a participant of the group. */
    MESSAGE_SENDER_FOREIGN(CheckGroup.CONVERSATIONS, Source.CONVERSATION),
    /** Two items of a group with one UUID, or with the same sender, text and instant. */
    MESSAGE_DUPLICATE(CheckGroup.CONVERSATIONS, Source.CONVERSATION),
    /** An item that is neither a group row nor a message. */
    ITEM_UNKNOWN(CheckGroup.CONVERSATIONS, Source.ITEM),
    /** A sort key that is no time. */
    TIME_UNREADABLE(CheckGroup.TIMES, Source.ITEM),
    /** A sort key whose byte order differs from the order in time within its partition. */
    TIME_ORDER(CheckGroup.TIMES, Source.CONVERSATION),
    /** A group row or a message of a user whom PostgreSQL does not have. */
    USER_UNKNOWN(CheckGroup.USERS, Source.ITEM),
    /** A copied handle or display name that differs from PostgreSQL. */
    USER_RENAMED(CheckGroup.USERS, Source.ITEM),
    /** A user with a placeholder, an empty or no Cognito ID. */
    COGNITO_ID_MISSING(CheckGroup.USERS, Source.USERS),
    /** A Cognito ID that no user of the pool has. */
    COGNITO_ID_STALE(CheckGroup.USERS, Source.USERS),
    /** A Cognito ID of several users. */
    COGNITO_ID_SHARED(CheckGroup.USERS, Source.USERS),
    /** A user of the pool without a handle, or with one that PostgreSQL does not have. */
    POOL_USER_UNMATCHED(CheckGroup.USERS, Source.USERS),
    /** A handle that two users of the pool have, or two users in PostgreSQL, ignoring case. */
    HANDLE_DUPLICATE(CheckGroup.USERS, Source.USERS);

    /** What a check reads. */
    public enum Source {
        /** Each item by itself. */
        ITEM,
        /** The items of a conversation or of a user together. */
        CONVERSATION,
        /** The users in PostgreSQL and in the pool. */
        USERS
    }

    private final CheckGroup group;
    private final Source source;

    DataCheck(CheckGroup group, Source source) {
        this.group = group;
        this.source = source;
    }

    /** The ID, such as {@code group-one-sided}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What was checked, as a title. */
    public String title() {
        return Messages.of(DataCheck.class).get("data." + id());
    }

    public CheckGroup group() {
        return group;
    }

    public Source source() {
        return source;
    }

    /** Whether it reads items of the messages table. */
    public boolean readsItems() {
        return source != Source.USERS;
    }

    /** Whether it reads users in PostgreSQL. */
    public boolean readsUsers() {
        return group == CheckGroup.USERS;
    }

    /** Whether its findings can be repaired. Those of the pool itself are left to Cognito. */
    public boolean repairable() {
        return this != POOL_USER_UNMATCHED && this != HANDLE_DUPLICATE;
    }

    /** Returns the check with an ID; empty if there is none. */
    public static Optional<DataCheck> of(String id) {
        return Arrays.stream(values()).filter(check -> check.id().equals(id)).findFirst();
    }
}
