/** The charts of the Overview screen. */
@NullMarked
package dev.switchboard.ui.overview.charts;

import org.jspecify.annotations.NullMarked;
