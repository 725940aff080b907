package dev.switchboard.dynamodb.backup;

/**
 * An estimate of the capacity that a backup, a deletion or a restore uses. It must always be labeled as an estimate.
 *
 * @param readUnits read capacity units
 * @param writeUnits write capacity units of the table and its indexes
 * @param rate the limit of the reads, or of the writes of a restore, in capacity units per second; 0 for none
 * @param text the estimate as a sentence
 */
public record CapacityEstimate(double readUnits, double writeUnits, double rate, String text) {}
