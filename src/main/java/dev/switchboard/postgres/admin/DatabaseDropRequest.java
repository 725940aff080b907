package dev.switchboard.postgres.admin;

/**
 * That a database is to be dropped.
 *
 * @param typedName what the operator typed; must be the database's name
 * @param backup whether a backup is written first
 */
public record DatabaseDropRequest(String typedName, boolean backup) {}
