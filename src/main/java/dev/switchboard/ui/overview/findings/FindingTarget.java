package dev.switchboard.ui.overview.findings;

/** Where a finding can be looked at. */
enum FindingTarget {
    CONVERSATION,
    USER,
    ITEM
}
