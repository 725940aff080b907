/** Conversation files, and the seeding of a conversation: the plan, which is the preview, and its run. */
@NullMarked
package dev.switchboard.seeding;

import org.jspecify.annotations.NullMarked;
