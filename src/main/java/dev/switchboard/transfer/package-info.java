/** Exports, imports and copies items. */
@NullMarked
package dev.switchboard.transfer;

import org.jspecify.annotations.NullMarked;
