package dev.switchboard.seeding.load;

/**
 * The result of a load.
 *
 * @param usersAdded the number of users that did not exist before
 * @param resumedAt the number of items that an earlier run had written
 * @param written the number of items that this run wrote
 * @param unchanged the number of items that were in the table already
 * @param skipped the number of items that were not written, because another version of them or of their conversation is in the table
 * @param change the ID of the change in the journal; empty if there are no items
 */
public record LoadResult(LoadSpec spec, long usersAdded, long resumedAt, long written, long unchanged, long skipped, String change) {}
