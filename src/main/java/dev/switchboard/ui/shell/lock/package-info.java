/** The write lock in the header of the window. */
@NullMarked
package dev.switchboard.ui.shell.lock;

import org.jspecify.annotations.NullMarked;
