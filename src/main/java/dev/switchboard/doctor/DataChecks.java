package dev.switchboard.doctor;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.doctor.inspection.DataDoctor;
import dev.switchboard.doctor.inspection.DataOutcome;
import dev.switchboard.doctor.inspection.DataReport;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the checks of the data that what was checked before allows, and skips the others. */
final class DataChecks {
    private static final Logger LOG = LoggerFactory.getLogger(DataChecks.class);
    private static final Messages TEXT = Messages.of(DataChecks.class);

    /** The check whose pass over the table tells whether the consumer of the stream follows. */
    static final DataCheck CONSUMER = DataCheck.GROUP_ROW_STALE;

    private final DataDoctor doctor;
    private final Supplier<Optional<TableDetails>> table;
    private final FailureExplainer explanations;

    DataChecks(DataDoctor doctor, Supplier<Optional<TableDetails>> table, FailureExplainer explanations) {
        this.doctor = doctor;
        this.table = table;
        this.explanations = explanations;
    }

    /** The IDs of the checks of the environment that a check of the data needs. */
    static List<String> needs(DataCheck check) {
        List<String> needs = new ArrayList<>();
        if (check.readsItems()) {
            needs.add("messages-table");
            // In a table with other keys every item is unknown, and the repair of unknown items deletes them.
            needs.add("table-settings");
        }
        if (check.readsUsers()) {
            needs.add("users");
        }
        if (check.source() == DataCheck.Source.USERS) {
            needs.add("cognito");
        }
        return needs;
    }

    /**
     * Runs checks.
     *
     * @param consumer whether the consumer of the stream is judged too
     * @param earlier the results of the checks of the environment, by ID
     */
    DoctorReport run(
            Set<DataCheck> wanted, boolean consumer, CheckScope scope, Map<String, CheckResult> earlier, Progress progress) {
        Set<DataCheck> all = EnumSet.noneOf(DataCheck.class);
        all.addAll(wanted);
        if (consumer) {
            all.add(CONSUMER);
        }
        DoctorReport report = run(all, scope, earlier, progress);
        List<CheckResult> results = new ArrayList<>(report.results());
        results.removeIf(result -> !wanted.contains(DataCheck.of(result.id()).orElseThrow()));
        if (consumer) {
            CheckResult behind = report.results().stream().filter(result -> result.id().equals(CONSUMER.id())).findFirst().orElseThrow();
            results.addFirst(consumer(behind, report.summary()));
        }
        return new DoctorReport(results, report.summary(), report.files());
    }

    private CheckResult consumer(CheckResult behind, DataSummary summary) {
        if (behind.findings().count() == 0 && !behind.state().passed()) {
            return StreamConsumerCheck.skipped(behind.detail());
        }
        return table.get().map(details -> StreamConsumerCheck.of(details, summary, behind.took()))
                .orElseGet(() -> StreamConsumerCheck.skipped(behind.detail()));
    }

    private DoctorReport run(Set<DataCheck> wanted, CheckScope scope, Map<String, CheckResult> earlier, Progress progress) {
        Set<DataCheck> due = EnumSet.noneOf(DataCheck.class);
        List<CheckResult> skipped = new ArrayList<>();
        for (DataCheck check : wanted) {
            @Nullable CheckResult missing = needs(check).stream().map(earlier::get)
                    .filter(result -> result != null && !result.state().passed())
                    .findFirst()
                    .orElse(null);
            if (missing == null) {
                due.add(check);
            } else {
                skipped.add(result(check, CheckState.SKIPPED, TEXT.get("skipped", missing.title()), Duration.ZERO, Findings.NONE));
            }
        }
        // The one pass over the table is not to fail with the users of the pool, so that what can be known is known.
        List<DoctorReport> parts = List.of(part(due, true, scope, progress), part(due, false, scope, progress));
        List<CheckResult> all = new ArrayList<>(skipped);
        parts.forEach(part -> all.addAll(part.results()));
        all.sort(Comparator.comparing(result -> DataCheck.of(result.id()).orElseThrow()));
        return new DoctorReport(all, parts.getFirst().summary(), () -> parts.forEach(DoctorReport::close));
    }

    private DoctorReport part(Set<DataCheck> due, boolean items, CheckScope scope, Progress progress) {
        Set<DataCheck> own = EnumSet.noneOf(DataCheck.class);
        due.stream().filter(check -> check.readsItems() == items).forEach(own::add);
        if (own.isEmpty()) {
            return new DoctorReport(List.of(), DataSummary.NONE, () -> {});
        }
        long started = System.nanoTime();
        try {
            DataReport report = doctor.run(own, scope.full(), scope.rate(), progress);
            return new DoctorReport(report.outcomes().stream().map(DataChecks::result).toList(), report.summary(), report::close);
        } catch (OperationCancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            progress.stopIfCancelled();
            Explanation explanation = explanations.of(e);
            if (!explanation.expected()) {
                LOG.error("unexpected failure in the checks of the data", e);
            }
            @Nullable String remedy = explanation.remedy();
            String detail = remedy == null ? explanation.sentence() : explanation.sentence() + " " + remedy;
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return new DoctorReport(
                    own.stream().map(check -> result(check, CheckState.FAILED, detail, took, Findings.NONE)).toList(), DataSummary.NONE,
                    () -> {});
        }
    }

    private static CheckResult result(DataOutcome outcome) {
        CheckState state = outcome.skipped() ? CheckState.SKIPPED : outcome.findings().count() == 0 ? CheckState.OK : CheckState.WARNING;
        return result(outcome.check(), state, outcome.detail(), outcome.took(), outcome.findings());
    }

    private static CheckResult result(DataCheck check, CheckState state, String detail, Duration took, Findings findings) {
        boolean repairable = check.repairable() && findings.count() > 0;
        return new CheckResult(
                check.id(), check.title(), check.group(), state, detail, repairable ? check.id() : null,
                repairable ? TEXT.get("repair.data") : null, took, findings);
    }
}
