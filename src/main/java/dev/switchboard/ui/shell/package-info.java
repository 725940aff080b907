/** The window itself: environment, navigation, job bar, palette, and what opens and closes sessions. */
@NullMarked
package dev.switchboard.ui.shell;

import org.jspecify.annotations.NullMarked;
