/** What was called, how long it took, what it cost, and the command that does the same. */
@NullMarked
package dev.switchboard.ui.activity;

import org.jspecify.annotations.NullMarked;
