/** The menu of the window. */
@NullMarked
package dev.switchboard.ui.shell.menu;

import org.jspecify.annotations.NullMarked;
