package dev.switchboard.ui.help;

import java.util.List;

/**
 * A place in the manual.
 *
 * @param page the ID of the page
 * @param anchor that of a heading; empty for the beginning of the page
 * @param words the words to mark on the page, in lower case
 */
record HelpPlace(String page, String anchor, List<String> words) {}
