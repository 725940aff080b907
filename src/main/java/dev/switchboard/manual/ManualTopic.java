package dev.switchboard.manual;

/**
 * An entry of the table of contents.
 *
 * @param id the ID of its page
 * @param description what the page is about, in a few words
 */
public record ManualTopic(String id, String title, String description) {}
