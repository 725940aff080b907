package dev.switchboard.ui.conversations.message;

import dev.switchboard.conversations.StoredTime;
import dev.switchboard.conversations.TimeAnomaly;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Describes the anomalies of an item. */
public final class MessageAnomalies {
    private static final Messages TEXT = Messages.of(MessageAnomalies.class);

    private MessageAnomalies() {}

    /** One sentence per anomaly, joined by line breaks; empty if there are none. */
    public static String words(StoredTime time, Set<String> missing) {
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

    /** Whether the item is invalid rather than only unusual. */
    public static boolean serious(StoredTime time, Set<String> missing) {
        return !missing.isEmpty() || time.anomalies().contains(TimeAnomaly.UNREADABLE);
    }
}
