package dev.switchboard.doctor;

import java.util.Locale;

/** The stages that make an empty environment usable, in order. Each can be repeated safely and deletes nothing. */
public enum SetupStage {
    /** Create the messages table. */
    TABLE,
    /** Create the database. */
    DATABASE,
    /** Create the tables of the database. */
    SCHEMA,
    /** Insert the sample users and posts. */
    USERS,
    /** Take the Cognito IDs of the users from the user pool. */
    COGNITO_IDS,
    /** Write a conversation between two users. */
    CONVERSATION;

    /** The name in message keys and IDs, such as {@code cognito-ids}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
