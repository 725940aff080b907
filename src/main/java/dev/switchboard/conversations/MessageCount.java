package dev.switchboard.conversations;

/**
 * How many messages were handed on.
 *
 * @param consumedReadCapacity read capacity units that reading them took
 * @param storedOrderDiffers whether DynamoDB stores them in another order than that of time
 */
public record MessageCount(long messages, double consumedReadCapacity, boolean storedOrderDiffers) {}
