/** What was changed, kept before it is changed: an append-only file a day, and its reading. Knows neither AWS nor SQL. */
@NullMarked
package dev.switchboard.journal;

import org.jspecify.annotations.NullMarked;
