/** The manual inside the window: a pane at the right with its pages and the search in them. */
@NullMarked
package dev.switchboard.ui.help;

import org.jspecify.annotations.NullMarked;
