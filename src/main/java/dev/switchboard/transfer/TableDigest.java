package dev.switchboard.transfer;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A digest of items that does not depend on their order: the sums of 128 bits of the SHA-256 of each. Thread-safe.
 */
public final class TableDigest {
    private long items;
    private long sum1;
    private long sum2;

    /** Adds an item. */
    public void add(Item item) {
        ItemDigest digest = ItemDigest.of(item, List.of());
        synchronized (this) {
            items++;
            sum1 += digest.content1();
            sum2 += digest.content2();
        }
    }

    /** The number of items. */
    public synchronized long items() {
        return items;
    }

    /** The digest as 32 hexadecimal digits. */
    public synchronized String hex() {
        return HexFormat.of().toHexDigits(sum1) + HexFormat.of().toHexDigits(sum2);
    }
}
