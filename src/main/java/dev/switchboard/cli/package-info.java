/** The command line: one command for each subject, on the same services as the window. */
@NullMarked
package dev.switchboard.cli;

import org.jspecify.annotations.NullMarked;
