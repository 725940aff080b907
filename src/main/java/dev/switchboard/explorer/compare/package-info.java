/** Compares the items of two tables, also of two environments. */
@NullMarked
package dev.switchboard.explorer.compare;

import org.jspecify.annotations.NullMarked;
