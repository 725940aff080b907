package dev.switchboard.ui.overview.repair;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.repair.PlannedRepair;
import dev.switchboard.journal.Change;
import java.util.ArrayList;
import java.util.List;

/** What the repair of findings would do: the totals, and the first writes and the first reasons why something cannot be repaired. */
final class RepairPlan {
    /** The maximum number of writes and of reasons that are shown. */
    static final int SHOWN = 200;

    private final List<RepairWrite> writes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long repairable;
    private long written;
    private long gone;
    private long impossible;

    /** A finding that cannot be repaired. */
    record Refusal(Finding finding, String reason) {}

    /** Takes the plan for one more finding. */
    void add(PlannedRepair planned) {
        switch (planned) {
            case PlannedRepair.Writes(Finding finding, List<Change> changes) -> {
                repairable++;
                written += changes.size();
                changes.stream().limit(SHOWN - writes.size()).forEach(change -> writes.add(new RepairWrite(finding, change)));
            }
            case PlannedRepair.Gone ended -> gone++;
            case PlannedRepair.Impossible(Finding finding, String reason) -> {
                impossible++;
                if (refusals.size() < SHOWN) {
                    refusals.add(new Refusal(finding, reason));
                }
            }
        }
    }

    /** The first writes. */
    List<RepairWrite> writes() {
        return List.copyOf(writes);
    }

    /** The first findings that cannot be repaired. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** The number of findings that can be repaired. */
    long repairable() {
        return repairable;
    }

    /** The number of writes. */
    long written() {
        return written;
    }

    /** The number of findings that are not there any more. */
    long gone() {
        return gone;
    }

    /** The number of findings that cannot be repaired. */
    long impossible() {
        return impossible;
    }
}
