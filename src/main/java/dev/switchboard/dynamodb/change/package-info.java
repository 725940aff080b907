/** Comparison of changes with the current items, and undo. */
@NullMarked
package dev.switchboard.dynamodb.change;

import org.jspecify.annotations.NullMarked;
