package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.EditResult;
import dev.switchboard.explorer.edit.StagedEdit;
import org.jspecify.annotations.Nullable;

/**
 * A staged edit in the panel.
 *
 * @param result what became of it in the last commit; null if it was not in one
 */
record StagedRow(StagedEdit staged, @Nullable EditResult result) {
    /** The conflict of the last commit; null if there was none. */
    EditResult.@Nullable Conflict conflict() {
        return result instanceof EditResult.Conflict conflict ? conflict : null;
    }
}
