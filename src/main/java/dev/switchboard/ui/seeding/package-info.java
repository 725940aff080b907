/** The Seed screen: a conversation of two users from a file, seen before it is written. */
@NullMarked
package dev.switchboard.ui.seeding;

import org.jspecify.annotations.NullMarked;
