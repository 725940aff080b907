/** The command {@code completion}: scripts with which shells complete the command line, generated from its model. */
@NullMarked
package dev.switchboard.cli.completion;

import org.jspecify.annotations.NullMarked;
