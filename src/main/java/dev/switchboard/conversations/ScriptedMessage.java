package dev.switchboard.conversations;

import java.time.Instant;

/**
 * A message that is to stand in a conversation.
 *
 * @param uuid the message's key for the web application, chosen by whoever makes the message
 */
public record ScriptedMessage(String uuid, Participant from, String text, Instant at) {}
