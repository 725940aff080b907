/** Set-up of a database, its sessions, and statements typed by an operator. */
@NullMarked
package dev.switchboard.postgres.admin;

import org.jspecify.annotations.NullMarked;
