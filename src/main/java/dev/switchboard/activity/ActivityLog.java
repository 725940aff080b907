package dev.switchboard.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most recent calls of one session: at most {@value #MOST_CALLS} calls and {@value #MOST_CHARACTERS} characters of commands.
 * The totals include calls that were dropped. Safe for concurrent use.
 */
public final class ActivityLog {
    /** The maximum number of calls kept. */
    public static final int MOST_CALLS = 2_000;

    /** The maximum number of command characters kept for all calls. */
    public static final int MOST_CHARACTERS = 4_000_000;

    /** Longer commands are truncated, because a batch of large items would displace everything else. */
    public static final int LONGEST_COMMAND = 64_000;

    private final Deque<Call> calls = new ArrayDeque<>();
    private long made;
    private long characters;
    private double readCapacity;
    private double writeCapacity;

    /** Adds a call whose command is known. The parameters are those of {@link Call}. */
    public void record(
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
        record(at, backend, operation, target, duration, read, write, retries, error, CallCommand.of(command));
    }

    /** Adds a call. The parameters are those of {@link Call}. */
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
            CallCommand command) {
        calls.addFirst(new Call(++made, at, backend, operation, target, duration, read, write, retries, error, command));
        characters += command.size();
        readCapacity += read;
        writeCapacity += write;
        while (calls.size() > MOST_CALLS || (characters > MOST_CHARACTERS && calls.size() > 1)) {
            characters -= calls.removeLast().rendering().size();
        }
    }

    /** The calls kept, newest first. */
    public synchronized List<Call> calls() {
        return new ArrayList<>(calls);
    }

    /** The total number of calls, including those that were dropped. */
    public synchronized long made() {
        return made;
    }

    /** The total read capacity units consumed. */
    public synchronized double readCapacity() {
        return readCapacity;
    }

    /** The total write capacity units consumed. */
    public synchronized double writeCapacity() {
        return writeCapacity;
    }
}
