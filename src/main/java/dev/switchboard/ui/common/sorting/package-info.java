/** Sorts many rows of a table without stalling the window. */
@NullMarked
package dev.switchboard.ui.common.sorting;

import org.jspecify.annotations.NullMarked;
