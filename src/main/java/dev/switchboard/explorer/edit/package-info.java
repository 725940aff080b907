/** Editing of items: staged edits, their differences and cost, and the commit. */
@NullMarked
package dev.switchboard.explorer.edit;

import org.jspecify.annotations.NullMarked;
