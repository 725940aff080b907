/** The database: connection, set-up, sessions, and SQL. */
@NullMarked
package dev.switchboard.ui.database;

import org.jspecify.annotations.NullMarked;
