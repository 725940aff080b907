/** Calls with their duration, cost, and equivalent command, and the changes in the journal. */
@NullMarked
package dev.switchboard.ui.activity;

import org.jspecify.annotations.NullMarked;
