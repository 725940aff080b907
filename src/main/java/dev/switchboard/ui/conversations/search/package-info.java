/** Search in conversations. */
@NullMarked
package dev.switchboard.ui.conversations.search;

import org.jspecify.annotations.NullMarked;
