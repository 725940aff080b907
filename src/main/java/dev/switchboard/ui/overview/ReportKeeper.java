package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.DataSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest results of the checks. What a pass over all data found is not replaced by what a later sample found, which would only be
 * less; it stays, with its age, until all data is checked again. Reports that are no longer needed are closed,
 * which deletes files.
 */
final class ReportKeeper implements AutoCloseable {
    private final Executor closing;
    private @Nullable DoctorReport whole;
    /** The newest report, if it is of a sample. */
    private @Nullable DoctorReport sample;

    private List<CheckResult> results = List.of();

    /** @param closing runs the closing of reports apart from the caller */
    ReportKeeper(Executor closing) {
        this.closing = closing;
    }

    /** Takes the report of new checks, which it closes in the end. */
    void add(DoctorReport report) {
        @Nullable DoctorReport known = whole;
        if (report.summary().complete()) {
            close();
            whole = report;
            results = report.results();
            return;
        }
        close(sample);
        sample = report;
        results = known == null ? report.results() : merged(report.results(), known.results());
    }

    /** The environment as it is now, and the data as it was in the pass over all of it. */
    private static List<CheckResult> merged(List<CheckResult> now, List<CheckResult> before) {
        List<CheckResult> merged = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (CheckResult result : now) {
            CheckResult kept = result.group() == CheckGroup.ENVIRONMENT ? result : find(before, result.id());
            merged.add(kept == null ? result : kept);
            known.add(result.id());
        }
        before.stream()
                .filter(result -> result.group() != CheckGroup.ENVIRONMENT && !known.contains(result.id()))
                .forEach(merged::add);
        return merged;
    }

    private static @Nullable CheckResult find(List<CheckResult> results, String id) {
        return results.stream().filter(result -> result.id().equals(id)).findFirst().orElse(null);
    }

    /** The results in the order of the checks. */
    List<CheckResult> results() {
        return results;
    }

    /** What was counted: in all data if it was ever read, otherwise in the newest sample. */
    DataSummary summary() {
        @Nullable DoctorReport source = whole == null ? sample : whole;
        return source == null ? DataSummary.NONE : source.summary();
    }

    /** Whether the results of the data are those of a former pass over all of it, and not of the newest checks. */
    boolean isOlder() {
        return whole != null && sample != null;
    }

    /** Closes the reports; the findings in memory can still be read. */
    @Override
    public void close() {
        close(sample);
        close(whole);
        sample = null;
        whole = null;
    }

    private void close(@Nullable DoctorReport report) {
        if (report != null) {
            closing.execute(report::close);
        }
    }
}
