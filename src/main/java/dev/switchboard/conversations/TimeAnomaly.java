package dev.switchboard.conversations;

/** An irregularity of a stored time. The console itself writes none. */
public enum TimeAnomaly {
    /** Its offset is not UTC, so the sort order may differ from the order of time. */
    OTHER_OFFSET,
    /** It has no offset and is read as UTC. */
    NO_OFFSET,
    /** It has no fraction of a second. */
    NO_FRACTION,
    /** It cannot be read. */
    UNREADABLE
}
