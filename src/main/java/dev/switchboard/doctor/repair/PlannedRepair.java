package dev.switchboard.doctor.repair;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.journal.Change;
import java.util.List;

/** What the repair of one finding does. */
public sealed interface PlannedRepair {
    Finding finding();

    /**
     * It is repaired by these writes.
     *
     * @param writes with the items or rows before and after, in JSON; at least one
     */
    record Writes(Finding finding, List<Change> writes) implements PlannedRepair {
        public Writes {
            writes = List.copyOf(writes);
        }
    }

    /** There is nothing to repair any more. */
    record Gone(Finding finding) implements PlannedRepair {}

    /**
     * It cannot be repaired here.
     *
     * @param reason one sentence that says why and what to do
     */
    record Impossible(Finding finding, String reason) implements PlannedRepair {}
}
