/** What all commands share: options, the run of a command, exit statuses and output. */
@NullMarked
package dev.switchboard.cli.invocation;

import org.jspecify.annotations.NullMarked;
