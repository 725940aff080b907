package dev.switchboard.doctor.repair;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.failure.Failure;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what became of findings. Used by one thread. */
final class RepairOutcomes {
    private static final Messages TEXT = Messages.of(RepairOutcomes.class);
    private final List<RepairReport.Remaining> remaining = new ArrayList<>();
    private long repaired;

    void repaired() {
        repaired++;
    }

    void remains(Finding finding, String reason) {
        if (remaining.size() < RepairReport.LISTED) {
            remaining.add(new RepairReport.Remaining(finding, reason));
        }
    }

    /** @param findings the number of all findings, of which some may not have been tried */
    RepairReport report(long findings, List<String> changes, long written, @Nullable Failure failure) {
        long remainingCount = findings - repaired;
        String summary = TEXT.get("repaired.summary", repaired, written, remainingCount);
        return new RepairReport(changes, repaired, written, remaining, remainingCount, summary, failure);
    }
}
