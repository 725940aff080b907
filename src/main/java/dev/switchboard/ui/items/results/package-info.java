/** The items that a query returns, as they arrive, with bounded memory. */
@NullMarked
package dev.switchboard.ui.items.results;

import org.jspecify.annotations.NullMarked;
