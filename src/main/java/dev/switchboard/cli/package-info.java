/** The program without a window: one command a subject, on the same services as the window. */
@NullMarked
package dev.switchboard.cli;

import org.jspecify.annotations.NullMarked;
