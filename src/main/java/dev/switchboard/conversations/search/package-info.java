/** Search in the texts of messages. */
@NullMarked
package dev.switchboard.conversations.search;

import org.jspecify.annotations.NullMarked;
