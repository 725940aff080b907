/** What all tables of the window have in common: widths, order of the columns, copying, jumping to a row by typing, and the row inspector. */
@NullMarked
package dev.switchboard.ui.common.grid;

import org.jspecify.annotations.NullMarked;
