/** Creating, dropping and restoring a database, its sessions, and SQL scripts of an operator. */
@NullMarked
package dev.switchboard.postgres.admin;

import org.jspecify.annotations.NullMarked;
