/** Database connections: URLs, passwords, trusted certificates and error messages. */
@NullMarked
package dev.switchboard.postgres.connection;

import org.jspecify.annotations.NullMarked;
