package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.TableDetails;
import java.util.List;

/**
 * The result of an update of a table's settings.
 *
 * @param changed what was changed, one sentence each, in order; empty if everything was as asked for before
 */
public record TableUpdateResult(TableDetails table, List<String> changed) {
    public TableUpdateResult {
        changed = List.copyOf(changed);
    }
}
