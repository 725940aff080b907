package dev.switchboard.conversations;

import java.time.Instant;

/**
 * A message to write to a conversation.
 *
 * @param uuid the message's UUID for the web application, chosen by the caller
 */
public record ScriptedMessage(String uuid, Participant from, String text, Instant at) {}
