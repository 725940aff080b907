/** Shows the changes to the items of a table as they are made. */
@NullMarked
package dev.switchboard.ui.items.live;

import org.jspecify.annotations.NullMarked;
