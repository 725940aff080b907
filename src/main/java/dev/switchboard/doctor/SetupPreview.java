package dev.switchboard.doctor;

/**
 * What the setup of an empty environment writes.
 *
 * @param messagesTable the name of the messages table
 * @param users the number of sample users
 * @param posts the number of sample posts
 * @param messages the number of messages of the sample conversation
 * @param items the number of items of the sample conversation, with the items that list it for its two users
 */
public record SetupPreview(String messagesTable, int users, int posts, int messages, int items) {}
