package dev.switchboard.doctor.repair;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.failure.Failure;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.text.Messages;
import dev.switchboard.users.SyncResult;
import dev.switchboard.users.UserComparison;
import dev.switchboard.users.UserSync;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the Cognito IDs of users over from the pool, by their handles, all in one transaction. */
final class CognitoIdRepair {
    private static final Messages TEXT = Messages.of(CognitoIdRepair.class);
    private final UserSync sync;

    CognitoIdRepair(UserSync sync) {
        this.sync = sync;
    }

    void preview(Findings findings, Consumer<PlannedRepair> consumer, Progress progress) {
        UserComparison comparison = sync.compare(progress);
        Map<String, Change> changes = new HashMap<>();
        comparison.toApply().forEach(match -> changes.put(String.valueOf(match.uuid()), UserSync.change(match)));
        Set<String> right = new HashSet<>();
        comparison.same().forEach(match -> right.add(String.valueOf(match.uuid())));
        findings.forEach(finding -> consumer.accept(planned(finding, changes, right)));
    }

    private static PlannedRepair planned(Finding finding, Map<String, Change> changes, Set<String> right) {
        String uuid = finding.subject("user");
        @Nullable Change change = changes.get(uuid);
        if (change != null) {
            return new PlannedRepair.Writes(finding, List.of(change));
        }
        return right.contains(uuid)
                ? new PlannedRepair.Gone(finding)
                : new PlannedRepair.Impossible(finding, TEXT.get("impossible.pool-user", finding.subject("handle")));
    }

    RepairReport repair(Findings findings, Progress progress) {
        UserComparison comparison = sync.compare(progress);
        Set<String> wanted = new HashSet<>();
        findings.forEach(finding -> wanted.add(finding.subject("user")));
        @Nullable Failure failure = null;
        @Nullable SyncResult result = null;
        try {
            result = sync.apply(comparison.only(wanted), progress);
        } catch (Failure e) {
            failure = e;
        }
        long written = result == null ? 0 : result.added() + result.changed();
        RepairOutcomes outcomes = new RepairOutcomes();
        @Nullable Failure told = failure;
        preview(findings, planned -> {
            switch (planned) {
                case PlannedRepair.Gone gone -> outcomes.repaired();
                case PlannedRepair.Impossible impossible -> outcomes.remains(planned.finding(), impossible.reason());
                case PlannedRepair.Writes writes ->
                    outcomes.remains(planned.finding(), told == null ? TEXT.get("remains.changed") : told.sentence());
            }
        }, progress);
        List<String> changes = new ArrayList<>();
        if (result != null && result.change() != null && !result.change().isEmpty()) {
            changes.add(result.change());
        }
        return outcomes.report(findings.count(), changes, written, failure);
    }
}
