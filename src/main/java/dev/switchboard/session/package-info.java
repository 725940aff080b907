/** One environment, opened: its clients, its pool, its lock, and every service on them. */
@NullMarked
package dev.switchboard.session;

import org.jspecify.annotations.NullMarked;
