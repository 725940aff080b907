/** Conversation files and seeding conversations from them: a plan, shown as the preview, and its run. */
@NullMarked
package dev.switchboard.seeding;

import org.jspecify.annotations.NullMarked;
