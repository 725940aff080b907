package dev.switchboard.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one session, newest kept, oldest dropped: at most {@value #MOST_CALLS} of them and {@value #MOST_CHARACTERS}
 * characters of commands. The sums go on over what was dropped. Safe for use by several threads.
 */
public final class ActivityLog {
    /** How many calls are kept. */
    public static final int MOST_CALLS = 2_000;

    /** How many characters of commands are kept over all calls. */
    public static final int MOST_CHARACTERS = 4_000_000;

    /** A longer command is cut, because a batch of large items would push everything else out. */
    static final int LONGEST_COMMAND = 64_000;

    private final Deque<Call> calls = new ArrayDeque<>();
    private long made;
    private long characters;
    private double readCapacity;
    private double writeCapacity;

    /** Keeps a call. Parameters as in {@link Call}. */
    public synchronized void record(
            Instant at,
            Backend backend,
            String operation,
            String target,
            Duration duration,
            double read,
            double write,
            int retries,
            @Nullable String error,
            String command) {
        String kept = command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + " …";
        calls.addFirst(new Call(++made, at, backend, operation, target, duration, read, write, retries, error, kept));
        characters += kept.length();
        readCapacity += read;
        writeCapacity += write;
        while (calls.size() > MOST_CALLS || (characters > MOST_CHARACTERS && calls.size() > 1)) {
            characters -= calls.removeLast().command().length();
        }
    }

    /** The calls kept, newest first. */
    public synchronized List<Call> calls() {
        return new ArrayList<>(calls);
    }

    /** How many calls were made in all, kept or not. */
    public synchronized long made() {
        return made;
    }

    /** Read capacity units consumed in all. */
    public synchronized double readCapacity() {
        return readCapacity;
    }

    /** Write capacity units consumed in all. */
    public synchronized double writeCapacity() {
        return writeCapacity;
    }
}
