/** Shows how two versions of an item differ. */
@NullMarked
package dev.switchboard.ui.common.diff;

import org.jspecify.annotations.NullMarked;
