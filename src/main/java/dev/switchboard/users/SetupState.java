package dev.switchboard.users;

/**
 * How far the database is set up.
 *
 * @param tables the number of tables of the schema that exist, of {@link #ALL_TABLES}
 * @param users the number of users; 0 without the tables
 * @param posts the number of posts
 * @param unsynced the number of users without a Cognito ID
 */
public record SetupState(long tables, long users, long posts, long unsynced) {
    /** The number of tables of the schema. */
    public static final long ALL_TABLES = 2;

    /** Whether all tables of the schema exist. */
    public boolean isSchemaPresent() {
        return tables == ALL_TABLES;
    }
}
