package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.HealthChecker;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.doctor.repair.PlannedRepair;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.doctor.repair.RepairReport;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repairs the findings of a check of the data, or shows what that would write, and prints it. */
final class DataRepairPrinter {
    private static final Messages TEXT = Messages.of(DataRepairPrinter.class);
    private final Invocation invocation;
    private final HealthChecker doctor;
    private final DataCheck check;
    private final RepairChoice choice;

    DataRepairPrinter(Invocation invocation, HealthChecker doctor, DataCheck check, RepairChoice choice) {
        this.invocation = invocation;
        this.doctor = doctor;
        this.check = check;
        this.choice = choice;
    }

    /** Prints every write; returns the exit status. With {@code --json}, one object a line. */
    int preview(DoctorReport report, Progress progress) {
        long[] counts = new long[2];
        doctor.preview(check, findings(report), choice, planned -> {
            switch (planned) {
                case PlannedRepair.Writes writes -> {
                    counts[0] += writes.writes().size();
                    writes.writes().forEach(write -> print(planned, write));
                }
                case PlannedRepair.Impossible(var finding, String reason) -> {
                    counts[1]++;
                    invocation.print(
                            invocation.json()
                                    ? Json.object("subject", finding.subject(), "impossible", reason)
                                    : TEXT.get("doctor.impossible", DoctorReportPrinter.line(finding), reason));
                }
                case PlannedRepair.Gone gone -> {}
            }
        }, progress);
        invocation.note(TEXT.get("doctor.dry-run.counts", counts[0], counts[1]));
        return counts[0] + counts[1] == 0 ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    private void print(PlannedRepair planned, Change write) {
        @Nullable String before = write.before();
        @Nullable String after = write.after();
        if (invocation.json()) {
            invocation.print(Json.object(
                    "subject", planned.finding().subject(), "key", new Json.Raw(write.key()), "before", raw(before), "after", raw(after)));
            return;
        }
        invocation.print(write.key());
        if (before != null) {
            invocation.print("- " + before);
        }
        if (after != null) {
            invocation.print("+ " + after);
        }
    }

    private static Json.@Nullable Raw raw(@Nullable String json) {
        return json == null ? null : new Json.Raw(json);
    }

    /** Repairs the findings and prints what was done; returns the exit status. */
    int repair(DoctorReport report, Progress progress) {
        RepairReport done = doctor.repair(check, findings(report), choice, progress);
        if (invocation.json()) {
            List<Map<String, @Nullable Object>> remaining = new ArrayList<>();
            done.remaining().forEach(
                    left -> remaining.add(Json.object("subject", left.finding().subject(), "detail", left.finding().detail(), "reason",
                            left.reason())));
            invocation.print(Json.object(
                    "repaired", check.id(), "did", done.summary(), "findings", done.repaired(), "written", done.written(), "remaining",
                    done.remainingCount(), "changes", done.changes(), "notRepaired", remaining));
        } else {
            invocation.print(done.summary());
            done.remaining().forEach(
                    left -> invocation
                            .print("  " + TEXT.get("doctor.impossible", DoctorReportPrinter.line(left.finding()), left.reason())));
            done.changes().forEach(id -> invocation.print(TEXT.get("doctor.undo", id)));
        }
        @Nullable Failure failure = done.failure();
        if (failure != null) {
            throw failure;
        }
        return done.remainingCount() == 0 ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    private Findings findings(DoctorReport report) {
        CheckResult result = report.results().getLast();
        if (!result.id().equals(check.id()) || !result.state().passed()) {
            throw new OperationFailedException(TEXT.get("doctor.not-checked", check.id(), result.detail()), null);
        }
        return result.findings();
    }
}
