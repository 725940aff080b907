package dev.switchboard.dynamodb.backup;

import java.util.List;

/**
 * What the deletion of a table costs and loses, known before it begins.
 *
 * @param estimate the capacity that the backup uses
 * @param notKept what the table has and its backup does not bring back, one sentence each
 * @param recorded whether what is written meanwhile is read from the table's stream, so that nothing is lost
 * @param canRefuseWrites whether writes can be refused by a resource policy until the table is deleted
 */
public record DropPreview(String table, CapacityEstimate estimate, List<String> notKept, boolean recorded, boolean canRefuseWrites) {
    public DropPreview {
        notKept = List.copyOf(notKept);
    }

    /** What is written while the table is backed up and deleted, as a sentence. */
    public String writes() {
        return recorded ? LostSettings.TEXT.get("drop.writes.recorded") : LostSettings.TEXT.get("drop.writes.lost");
    }
}
