package dev.switchboard.dynamodb.table;

import org.jspecify.annotations.Nullable;

/**
 * Changes to the settings of an existing table; null for what is not changed.
 *
 * @param timeToLive the attribute with the time of expiry; {@link #OFF} if items are not to expire
 * @param streamView for example {@code NEW_IMAGE}; {@link #OFF} for no stream
 * @param tableClass {@code STANDARD} or {@code STANDARD_INFREQUENT_ACCESS}
 * @param addIndex a global index to add
 * @param dropIndex the name of a global index to delete
 */
public record TableUpdate(
        @Nullable Capacity capacity,
        @Nullable String timeToLive,
        @Nullable String streamView,
        @Nullable String tableClass,
        @Nullable IndexDefinition addIndex,
        @Nullable String dropIndex) {
    /** The value that turns time to live or the stream off. */
    public static final String OFF = "";

    /**
     * The billing mode, with provisioned capacity units.
     *
     * @param read ignored if on demand
     * @param write ignored if on demand
     */
    public record Capacity(boolean onDemand, long read, long write) {
        /** The on-demand billing mode. */
        public static final Capacity ON_DEMAND = new Capacity(true, 0, 0);

        /** Returns provisioned capacity. */
        public static Capacity provisioned(long read, long write) {
            return new Capacity(false, read, write);
        }
    }

    /** Returns whether nothing is to be changed. */
    public boolean isEmpty() {
        return capacity == null && timeToLive == null && streamView == null && tableClass == null && addIndex == null && dropIndex == null;
    }
}
