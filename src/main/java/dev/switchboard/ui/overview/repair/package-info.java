/** The repair of findings on the Overview screen: what it would write, and the repair itself. */
@NullMarked
package dev.switchboard.ui.overview.repair;

import org.jspecify.annotations.NullMarked;
