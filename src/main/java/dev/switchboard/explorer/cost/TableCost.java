package dev.switchboard.explorer.cost;

/**
 * The estimated cost of a table in US dollars a month, at list prices and with its present settings and size.
 *
 * @param capacity provisioned capacity of the table and its global indexes; 0 if on demand
 * @param storage storage of the table and its indexes, by a size that is up to six hours old
 * @param recovery point-in-time recovery
 * @param region the region of the prices
 * @param date the date of the prices
 * @param text the estimate as sentences, with what it leaves out
 */
public record TableCost(double capacity, double storage, double recovery, String region, String date, String text) {
    /** The sum. */
    public double total() {
        return capacity + storage + recovery;
    }
}
