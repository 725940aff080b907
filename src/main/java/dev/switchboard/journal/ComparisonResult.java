package dev.switchboard.journal;

import dev.switchboard.text.Messages;

/**
 * The result of comparing a change with the current items or rows.
 *
 * @param rows the number of items or rows that the change contains
 * @param written those that still have the contents that the change wrote
 * @param notWritten those that have their contents from before the change
 * @param changed those that have neither because another change followed
 */
public record ComparisonResult(long rows, long written, long notWritten, long changed) {
    /** The result in one sentence. */
    public String summary() {
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
