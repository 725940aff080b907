package dev.switchboard.conversations.export;

import java.nio.file.Path;

/**
 * What an export wrote.
 *
 * @param file the complete file
 * @param bytes its size
 * @param consumedReadCapacity the read capacity units consumed
 */
public record ConversationExport(Path file, long messages, long bytes, double consumedReadCapacity) {}
