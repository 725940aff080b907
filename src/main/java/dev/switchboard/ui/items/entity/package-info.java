/** Views of the items of a table by their entities. */
@NullMarked
package dev.switchboard.ui.items.entity;

import org.jspecify.annotations.NullMarked;
