/** The program: its entry and what is wired by hand. */
@NullMarked
package dev.switchboard;

import org.jspecify.annotations.NullMarked;
