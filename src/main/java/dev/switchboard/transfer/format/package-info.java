/** The files that items are exported to and imported from. */
@NullMarked
package dev.switchboard.transfer.format;

import org.jspecify.annotations.NullMarked;
