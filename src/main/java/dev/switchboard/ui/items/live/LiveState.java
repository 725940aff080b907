package dev.switchboard.ui.items.live;

/** What following a table does now. */
enum LiveState {
    STOPPED,
    STARTING,
    RUNNING,
    /** It runs and what arrives is not shown yet. */
    PAUSED,
    NO_STREAM,
    FAILED;

    boolean isFollowing() {
        return this == STARTING || this == RUNNING || this == PAUSED;
    }
}
