/** The time range that filters conversations and messages, and its fields. */
@NullMarked
package dev.switchboard.ui.conversations.range;

import org.jspecify.annotations.NullMarked;
