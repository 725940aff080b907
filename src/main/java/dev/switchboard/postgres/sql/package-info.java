/** SQL files and scripts, parameters, rows and transactions. */
@NullMarked
package dev.switchboard.postgres.sql;

import org.jspecify.annotations.NullMarked;
