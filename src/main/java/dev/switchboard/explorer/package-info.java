/** Reads and edits items of any table: what the Items screen and the commands {@code items …} share. */
@NullMarked
package dev.switchboard.explorer;

import org.jspecify.annotations.NullMarked;
