/** The command palette: a search over screens, actions, and users. */
@NullMarked
package dev.switchboard.ui.shell.palette;

import org.jspecify.annotations.NullMarked;
