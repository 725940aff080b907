/** The Items screen: scans any table page by page, with bounded memory. */
@NullMarked
package dev.switchboard.ui.items;

import org.jspecify.annotations.NullMarked;
