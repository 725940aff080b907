/** The command {@code help}: the manual on the terminal, and the man page. */
@NullMarked
package dev.switchboard.cli.help;

import org.jspecify.annotations.NullMarked;
