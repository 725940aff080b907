/** Replaces texts and people in items that leave an environment. */
@NullMarked
package dev.switchboard.transfer.mask;

import org.jspecify.annotations.NullMarked;
