package dev.switchboard.journal;

import java.util.List;

/**
 * The newest changes.
 *
 * @param entries newest first
 * @param more whether there are older ones
 * @param unreadable lines that could not be read and were skipped, such as one that a kill has cut
 */
public record JournalPage(List<Entry> entries, boolean more, long unreadable) {
    public JournalPage {
        entries = List.copyOf(entries);
    }
}
