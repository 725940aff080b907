/** Editing of items: the item editor, and the panel of staged edits. */
@NullMarked
package dev.switchboard.ui.items.edit;

import org.jspecify.annotations.NullMarked;
