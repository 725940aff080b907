/** The Overview screen: health checks and their repairs. */
@NullMarked
package dev.switchboard.ui.overview;

import org.jspecify.annotations.NullMarked;
