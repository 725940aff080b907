/** The keyboard shortcuts. */
@NullMarked
package dev.switchboard.ui.common.keys;

import org.jspecify.annotations.NullMarked;
