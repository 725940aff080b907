package dev.switchboard.seeding;

/**
 * One message of a conversation file.
 *
 * @param line its line in the file, from 1
 * @param person who says it, 1 or 2
 * @param text what is said, 1 to 1024 characters
 */
public record ScriptLine(int line, int person, String text) {}
