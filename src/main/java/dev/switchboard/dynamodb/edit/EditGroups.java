package dev.switchboard.dynamodb.edit;

import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.item.WriteConflictException;
import dev.switchboard.journal.WritePermit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Writes edits in transactions on an engine of this computer, which charges nothing for them and takes a hundred conditional writes in the time
 * of a few single ones. DynamoDB itself charges twice for them, so that there they are written one by one.
 */
record EditGroups(ItemStore store, String table, KeySchema keys, WritePermit change) {
    private static final int SERVER_ERROR = 500;

    /** Divides edits, given by their positions, into groups that fit in one transaction each. */
    static List<List<Integer>> of(List<ItemEdit> edits, List<Integer> due) {
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        long bytes = 0;
        for (int i : due) {
            long size = edits.get(i).bytes();
            if (!group.isEmpty() && (group.size() == EditCommitter.MOST_ACTIONS || bytes + size > EditCommitter.MOST_BYTES)) {
                groups.add(group);
                group = new ArrayList<>();
                bytes = 0;
            }
            group.add(i);
            bytes += size;
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    /**
     * Writes edits that do not change a key, all or none.
     *
     * @return whether they are written; otherwise one of them cannot be, and nothing was written
     * @throws RuntimeException if it is unknown whether they were written
     */
    boolean write(List<ItemEdit> edits) {
        List<Write> writes = edits.stream().map(edit -> edit.writes(keys).getFirst()).toList();
        try {
            EditCommitter.send(store, table, writes, UUID.randomUUID().toString(), change);
            return true;
        } catch (WriteConflictException e) {
            return false;
        } catch (AwsServiceException e) {
            if (e.statusCode() < SERVER_ERROR && e.awsErrorDetails() != null && e.awsErrorDetails().errorCode() != null) {
                return false;
            }
            throw e;
        }
    }
}
