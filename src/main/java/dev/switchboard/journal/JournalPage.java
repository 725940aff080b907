package dev.switchboard.journal;

import java.util.List;

/**
 * A page of the newest changes.
 *
 * @param entries newest first
 * @param more whether older ones exist
 * @param unreadable the number of lines that were skipped because they could not be read, for example after a crash
 */
public record JournalPage(List<Entry> entries, boolean more, long unreadable) {
    public JournalPage {
        entries = List.copyOf(entries);
    }
}
