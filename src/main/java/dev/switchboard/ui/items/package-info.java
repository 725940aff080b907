/** The rows of any table: scanned page by page into a table view, bounded in memory. */
@NullMarked
package dev.switchboard.ui.items;

import org.jspecify.annotations.NullMarked;
