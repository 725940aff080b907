/** The Conversations screen: users, the groups of one, the messages of a group, and writing into it. */
@NullMarked
package dev.switchboard.ui.conversations;

import org.jspecify.annotations.NullMarked;
