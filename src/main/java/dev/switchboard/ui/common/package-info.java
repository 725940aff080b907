/** What every screen of the window is built from: loading, jobs, dialogs, tables, states, theme and keys. */
@NullMarked
package dev.switchboard.ui.common;

import org.jspecify.annotations.NullMarked;
