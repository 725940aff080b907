/** Synthetic load: many users, conversations and messages that a seed number determines, and writing them. */
@NullMarked
package dev.switchboard.seeding.load;

import org.jspecify.annotations.NullMarked;
