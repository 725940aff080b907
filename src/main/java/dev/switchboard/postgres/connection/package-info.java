/** Where the database is and how it is reached: URL, passwords, trust, failures in words. */
@NullMarked
package dev.switchboard.postgres.connection;

import org.jspecify.annotations.NullMarked;
