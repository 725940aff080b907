package dev.switchboard.activity;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The command of a call, which is put into words when somebody looks at it, because hardly anybody does. Thread-safe. */
public final class CallCommand {
    private final long size;
    private @Nullable Supplier<String> rendering;
    private @Nullable String text;

    private CallCommand(long size, @Nullable Supplier<String> rendering, @Nullable String text) {
        this.size = size;
        this.rendering = rendering;
        this.text = text;
    }

    /** A command that is known; one of more than {@value ActivityLog#LONGEST_COMMAND} characters is truncated. */
    public static CallCommand of(String text) {
        String kept = text.length() <= ActivityLog.LONGEST_COMMAND ? text : text.substring(0, ActivityLog.LONGEST_COMMAND) + " …";
        return new CallCommand(kept.length(), null, kept);
    }

    /**
     * A command that is rendered at the first {@link #text}. It holds what it is rendered of until then.
     *
     * @param size about how many characters it has, by which the memory of the log is bounded
     */
    public static CallCommand later(long size, Supplier<String> rendering) {
        return new CallCommand(size, rendering, null);
    }

    /** About how many characters it has. */
    long size() {
        return size;
    }

    /** Returns the command. */
    public synchronized String text() {
        if (text == null) {
            text = rendering == null ? "" : of(rendering.get()).text();
            rendering = null;
        }
        return text;
    }

    @Override
    public String toString() {
        return text();
    }
}
