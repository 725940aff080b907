package dev.switchboard.seeding;

/**
 * A message of a conversation file.
 *
 * @param line the line number in the file, from 1
 * @param person the sender, 1 or 2
 * @param text the text, 1 to 1024 characters
 */
public record ScriptLine(int line, int person, String text) {}
