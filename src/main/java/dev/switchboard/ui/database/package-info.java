/** The Database screen: connection, setup, backups, sessions, and SQL. */
@NullMarked
package dev.switchboard.ui.database;

import org.jspecify.annotations.NullMarked;
