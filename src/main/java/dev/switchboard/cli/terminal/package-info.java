/** The terminal: streams that no data can control, prompts, the progress line and aligned tables. */
@NullMarked
package dev.switchboard.cli.terminal;

import org.jspecify.annotations.NullMarked;
