package dev.switchboard.conversations;

/** What is unusual about a stored time. The console itself writes none of these. */
public enum TimeAnomaly {
    /** It has another offset than UTC, so the order of bytes may differ from the order in time. */
    OTHER_OFFSET,
    /** It has no offset and is read as UTC. */
    NO_OFFSET,
    /** It has no fraction of a second. */
    NO_FRACTION,
    /** It is no time that can be read. */
    UNREADABLE
}
