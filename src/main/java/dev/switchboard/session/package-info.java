/** A session: one open environment with its clients, connection pool, write lock and services. */
@NullMarked
package dev.switchboard.session;

import org.jspecify.annotations.NullMarked;
