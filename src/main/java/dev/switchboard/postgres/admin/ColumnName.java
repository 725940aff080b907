package dev.switchboard.postgres.admin;

/**
 * A column of a table or view.
 *
 * @param visible whether the table is found without its schema
 */
public record ColumnName(String schema, String table, String column, boolean visible) {}
