/** The Seed screen: writes a conversation between two users, with a preview. */
@NullMarked
package dev.switchboard.ui.seeding;

import org.jspecify.annotations.NullMarked;
