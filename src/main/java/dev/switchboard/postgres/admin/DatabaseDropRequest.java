package dev.switchboard.postgres.admin;

/**
 * A request to drop a database.
 *
 * @param typedName what the operator typed; must be the name of the database
 * @param backup whether a backup is written first
 */
public record DatabaseDropRequest(String typedName, boolean backup) {}
