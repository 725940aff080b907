package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.StoredTime;
import dev.switchboard.conversations.TimeAnomaly;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is unusual about a row, in words. */
final class MessageAnomalies {
    private static final Messages TEXT = Messages.of(MessageAnomalies.class);

    private MessageAnomalies() {}

    /** One sentence for each thing, joined by line breaks; empty for a row as the console writes it. */
    static String words(StoredTime time, Set<String> missing) {
        List<String> words = new ArrayList<>();
        if (!missing.isEmpty()) {
            words.add(TEXT.get("marks.missing", missing.size(), String.join(", ", new TreeSet<>(missing))));
        }
        for (TimeAnomaly mark : TimeAnomaly.values()) {
            if (time.anomalies().contains(mark)) {
                words.add(TEXT.get("marks." + mark.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), time.text()));
            }
        }
        return String.join("\n", words);
    }

    /** Whether something is wrong with the row, and not only unusual. */
    static boolean serious(StoredTime time, Set<String> missing) {
        return !missing.isEmpty() || time.anomalies().contains(TimeAnomaly.UNREADABLE);
    }
}
