/** The window: environment switch, navigation, job bar, command palette, and sessions. */
@NullMarked
package dev.switchboard.ui.shell;

import org.jspecify.annotations.NullMarked;
