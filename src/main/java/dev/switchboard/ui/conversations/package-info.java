/** The Conversations screen: users, conversations, messages, and the composer. */
@NullMarked
package dev.switchboard.ui.conversations;

import org.jspecify.annotations.NullMarked;
