package dev.switchboard.journal;

import dev.switchboard.text.Messages;

/**
 * A change held against what stands there now.
 *
 * @param rows its rows
 * @param written those that stand as the change was to leave them
 * @param notWritten those that stand as they were before it
 * @param changed those that are neither, because somebody else has changed them since
 */
public record ComparisonResult(long rows, long written, long notWritten, long changed) {
    /** One sentence. */
    public String words() {
        Messages text = Messages.of(ComparisonResult.class);
        if (rows == 0) {
            return text.get("verdict.none");
        }
        if (written == rows) {
            return text.get("verdict.written", rows);
        }
        if (notWritten == rows) {
            return text.get("verdict.not-written", rows);
        }
        String part = changed == rows ? "" : text.get("verdict.part", written, rows, notWritten);
        String since = changed == 0 ? "" : text.get("verdict.changed", changed, rows);
        return (part + " " + since).strip();
    }
}
