package dev.switchboard.manual;

/**
 * A part of a page that the search can find.
 *
 * @param anchor that of its heading; empty for the beginning of the page
 * @param text everything below the heading, without markup
 */
record ManualSection(ManualPage page, String anchor, String heading, String text) {}
