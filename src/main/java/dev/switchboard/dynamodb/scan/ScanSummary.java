package dev.switchboard.dynamodb.scan;

/**
 * The result of a scan.
 *
 * @param complete false if the limit was reached before the end of the table
 * @param consumedReadCapacity total read capacity units
 */
public record ScanSummary(long items, long pages, boolean complete, double consumedReadCapacity) {}
