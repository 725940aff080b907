package dev.switchboard.ui.conversations.thread;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.search.TextMatcher;
import org.jspecify.annotations.Nullable;

/**
 * What a search marks in the thread.
 *
 * @param current the match that was gone to, or null
 */
public record SearchHighlight(TextMatcher matcher, @Nullable Message current) {}
