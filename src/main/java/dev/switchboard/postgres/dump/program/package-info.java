/** The programs of PostgreSQL that dump and restore a database: where they are, and how they are run. */
@NullMarked
package dev.switchboard.postgres.dump.program;

import org.jspecify.annotations.NullMarked;
