/** The tabs of the Items screen, each with a query and its items. */
@NullMarked
package dev.switchboard.ui.items.tabs;

import org.jspecify.annotations.NullMarked;
