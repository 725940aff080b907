/** The door to PostgreSQL: its URL, its pool, SQL from files, set-up and sessions; the only place that knows JDBC. */
@NullMarked
package dev.switchboard.postgres;

import org.jspecify.annotations.NullMarked;
