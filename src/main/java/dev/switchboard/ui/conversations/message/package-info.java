/** What panes show of a message: its time, its sender, and what is unusual about it. */
@NullMarked
package dev.switchboard.ui.conversations.message;

import org.jspecify.annotations.NullMarked;
