/** When what a view shows was read. */
@NullMarked
package dev.switchboard.ui.common.freshness;

import org.jspecify.annotations.NullMarked;
