/** The messages of a conversation as bubbles. */
@NullMarked
package dev.switchboard.ui.conversations.thread;

import org.jspecify.annotations.NullMarked;
