package dev.switchboard.journal;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that a change is about, as long as they are few enough to be worth telling. Not safe for several threads. */
final class ChangedKeys {
    private static final int MOST = 1000;
    private final Set<String> keys = new HashSet<>();
    private boolean tooMany;

    void add(String key) {
        if (tooMany) {
            return;
        }
        keys.add(key);
        if (keys.size() > MOST) {
            tooMany = true;
            keys.clear();
        }
    }

    /** Whether it takes no more keys. */
    boolean isFull() {
        return tooMany;
    }

    /** Null if there are none or too many. */
    @Nullable
    Set<String> all() {
        return keys.isEmpty() ? null : Set.copyOf(keys);
    }
}
