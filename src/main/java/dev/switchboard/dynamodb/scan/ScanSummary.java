package dev.switchboard.dynamodb.scan;

/**
 * What a scan read.
 *
 * @param complete false where the limit ended it before the table did
 * @param consumedReadCapacity read capacity units in all
 */
public record ScanSummary(long items, long pages, boolean complete, double consumedReadCapacity) {}
