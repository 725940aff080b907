/** What is shown over the window. */
@NullMarked
package dev.switchboard.ui.shell.layer;

import org.jspecify.annotations.NullMarked;
