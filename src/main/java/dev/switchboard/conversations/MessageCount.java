package dev.switchboard.conversations;

/**
 * The number of messages read.
 *
 * @param consumedReadCapacity the read capacity units consumed
 * @param storedOrderDiffers whether DynamoDB's sort order differs from the order of time
 */
public record MessageCount(long messages, double consumedReadCapacity, boolean storedOrderDiffers) {}
