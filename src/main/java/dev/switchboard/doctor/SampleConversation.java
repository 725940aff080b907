package dev.switchboard.doctor;

/**
 * A conversation that exists.
 *
 * @param handle the handle of one of its users, without the {@code @}
 * @param groupUuid the UUID of the message group
 */
public record SampleConversation(String handle, String groupUuid) {}
