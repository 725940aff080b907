/** Backup and restore of a database. */
@NullMarked
package dev.switchboard.postgres.dump;

import org.jspecify.annotations.NullMarked;
