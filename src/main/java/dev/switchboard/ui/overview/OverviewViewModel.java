package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.EnvironmentSetup;
import dev.switchboard.doctor.HealthChecker;
import dev.switchboard.doctor.SetupPreview;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.ui.overview.charts.LatencyHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The health checks with their results and repairs. JavaFX thread only. */
final class OverviewViewModel {
    /** The overall status of all checks. */
    enum OverviewStatus {
        CHECKING,
        /** Nothing was set up yet, in an environment that can be set up. */
        EMPTY,
        GOOD,
        WARNINGS,
        FAILURES
    }

    private static final Messages TEXT = Messages.of(OverviewViewModel.class);
    private final UiContext context;
    private final HealthChecker doctor;
    private final EnvironmentRepairViewModel repairs;
    private final ReportKeeper reports = new ReportKeeper(close -> Thread.ofPlatform().name("closing a report").start(close));
    private final LatencyHistory latency = new LatencyHistory();
    private final Map<DataCheck, Long> repairedSince = new HashMap<>();
    private final ObservableList<CheckResult> results = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<OverviewStatus> status = new ReadOnlyObjectWrapper<>(OverviewStatus.CHECKING);
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DataSummary> summary = new ReadOnlyObjectWrapper<>(DataSummary.NONE);
    private final ReadOnlyBooleanWrapper checkingAll = new ReadOnlyBooleanWrapper();
    private final LatestJobRunner checking;
    private final AsOf asOf = new AsOf();
    /** What a setup writes, for the names of repairs; null before the first check. Written by the thread of a check. */
    private volatile @Nullable SetupPreview preview;
    private boolean checked;
    /** Whether the results of the data are those of a check of everything, which a repair must repeat. */
    private boolean all;

    OverviewViewModel(UiContext context, HealthChecker doctor) {
        this.context = context;
        this.doctor = doctor;
        checking = context.jobs().slot();
        repairs = new EnvironmentRepairViewModel(context, doctor, this::check);
    }

    /** The results in the order of the checks; results of the previous run stay until they are replaced. */
    ObservableList<CheckResult> results() {
        return results;
    }

    ReadOnlyObjectProperty<OverviewStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Why the checks could not run; null if they did. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was counted in the data, if possible in all of it. */
    ReadOnlyObjectProperty<DataSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty checkingProperty() {
        return checking.runningProperty();
    }

    /** Whether all data is being checked, which takes its time. */
    ReadOnlyBooleanProperty checkingAllProperty() {
        return checkingAll.getReadOnlyProperty();
    }

    /** The job that checks, or null. */
    ReadOnlyObjectProperty<@Nullable JobViewModel> jobProperty() {
        return checking.jobProperty();
    }

    ReadOnlyBooleanProperty repairingProperty() {
        return repairs.runningProperty();
    }

    /** The job that repairs the environment, or null. */
    ReadOnlyObjectProperty<@Nullable JobViewModel> repairJobProperty() {
        return repairs.jobProperty();
    }

    /** The latency of the backends in the checks of this session. */
    LatencyHistory latency() {
        return latency;
    }

    /** The result of a check; null until it is available. */
    @Nullable
    CheckResult result(String id) {
        return results.stream().filter(result -> result.id().equals(id)).findFirst().orElse(null);
    }

    /** Whether checks were skipped because they need all data, and only a sample was read. */
    boolean isSample() {
        return results.stream().anyMatch(result -> result.group() != CheckGroup.ENVIRONMENT && result.state() == CheckState.SKIPPED);
    }

    /** The number of findings of a check that were repaired since it ran. */
    long repairedSince(DataCheck check) {
        return repairedSince.getOrDefault(check, 0L);
    }

    /** Runs all checks, which read a sample of the data. While all data is being checked, nothing is started. */
    void check() {
        if (!checkingAll.get()) {
            start(CheckScope.SAMPLE);
        }
    }

    /** Checks all data after its cost was confirmed. */
    void checkAll() {
        context.jobs().start(TEXT.get("full.cost"), progress -> doctor.fullCost(), this::confirmAll, context.dialogs()::error);
    }

    private void confirmAll(String cost) {
        if (!checkingAll.get() && context.dialogs().confirm(TEXT.get("full.title"), cost, TEXT.get("full.action"))) {
            start(CheckScope.FULL);
        }
    }

    /** Asks the check of all data, or the repairs of the environment, to stop. The former results stay. */
    void stop() {
        if (repairs.runningProperty().get()) {
            repairs.stop();
        } else {
            checking.stop();
        }
    }

    private void start(CheckScope scope) {
        status.set(OverviewStatus.CHECKING);
        failure.set(null);
        asOf.begins();
        checkingAll.set(scope.full());
        checking.start(
                TEXT.get(scope.full() ? "checking.all" : "checking"),
                progress -> run(scope, progress),
                report -> done(scope, report),
                explanation -> failed(scope, explanation));
    }

    private DoctorReport run(CheckScope scope, Progress progress) {
        if (preview == null) {
            preview = context.session().environmentSetup().preview();
        }
        DoctorReport report = doctor.check(scope, progress, result -> context.jobs().later(() -> ended(scope, result)));
        if (progress.isCancelled()) {
            // Its answer may have been dropped, so that no one else would close it.
            report.close();
        }
        progress.stopIfCancelled();
        return report;
    }

    private void ended(CheckScope scope, CheckResult result) {
        if (!checked && context.session().environment().policy().localDefaults() && result.state() != CheckState.OK) {
            // The first time, a failure can mean that nothing is set up yet, which only all results together tell.
            return;
        }
        if (result.group() != CheckGroup.ENVIRONMENT && !scope.full() && reports.summary().complete()) {
            // Whether the sample replaces what was found in all data is known in the end.
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).id().equals(result.id())) {
                results.set(i, result);
                return;
            }
        }
        results.add(result);
    }

    private void done(CheckScope scope, DoctorReport report) {
        checkingAll.set(false);
        show(scope.full(), report);
    }

    /** Shows the report of checks, which this view model closes. */
    void show(boolean full, DoctorReport report) {
        checked = true;
        reports.add(report);
        latency.add(report.results());
        if (!reports.isOlder()) {
            all = full;
            repairedSince.clear();
        }
        summary.set(reports.summary());
        results.setAll(reports.results());
        asOf.arrived();
        updateStatus();
    }

    private void updateStatus() {
        if (context.session().environment().policy().localDefaults() && EnvironmentSetup.isEmpty(results)) {
            status.set(OverviewStatus.EMPTY);
        } else if (count(CheckState.FAILED) > 0) {
            status.set(OverviewStatus.FAILURES);
        } else {
            status.set(count(CheckState.WARNING) == 0 ? OverviewStatus.GOOD : OverviewStatus.WARNINGS);
        }
    }

    private void failed(CheckScope scope, Explanation explanation) {
        checkingAll.set(false);
        results.setAll(reports.results());
        if (scope.full() && checked) {
            // The former results are still what is known, and not hidden behind the failure.
            updateStatus();
            context.notices().warn(explanation.sentence());
            return;
        }
        failure.set(explanation);
        asOf.clear();
        status.set(OverviewStatus.FAILURES);
    }

    /** When the checks ran. */
    AsOf asOf() {
        return asOf;
    }

    /** Whether the checks need not run again by themselves: they have passed, or ended with no more than warnings. */
    boolean isSettled() {
        return checking.runningProperty().get() || status.get() == OverviewStatus.GOOD || status.get() == OverviewStatus.WARNINGS;
    }

    /** Runs the repair of the environment that a check offers, and then all checks; asks for confirmation in prd. */
    void repair(CheckResult result) {
        repairs.run(result, describeRepair(result));
    }

    /** Runs all available repairs of the environment, each at most once, after saying which. Used in dev only. */
    void repairAll() {
        repairs.runAll(results, describeRepairs());
    }

    /** Which repairs of the environment are available and what they write; empty before the first check. */
    String describeRepairs() {
        SetupPreview known = preview;
        return known == null ? "" : new RepairDescriber(known).all(results);
    }

    /** What the repair of a check writes; empty if that is not known. */
    String describeRepair(CheckResult result) {
        SetupPreview known = preview;
        return known == null ? "" : new RepairDescriber(known).of(result.repair());
    }

    /** The number of available repairs of the environment. */
    long repairs() {
        return results.stream().filter(EnvironmentRepairViewModel::isAvailable).count();
    }

    /**
     * Checks again after findings were repaired. All data is read again only where that costs nothing; elsewhere the number of repairs is
     * shown beside the older result.
     */
    void repaired(DataCheck check, long count) {
        repairedSince.merge(check, count, Long::sum);
        results.setAll(List.copyOf(results));
        boolean free = context.session().environment().policy().localDefaults();
        if (!checkingAll.get()) {
            start(all && free ? CheckScope.FULL : CheckScope.SAMPLE);
        }
    }

    /** The number of failed checks or, if there are none, of warnings. */
    long problems() {
        long failed = count(CheckState.FAILED);
        return failed > 0 ? failed : count(CheckState.WARNING);
    }

    private long count(CheckState state) {
        return results.stream().filter(result -> result.state() == state).count();
    }

    /** Stops the checks and closes the reports. */
    void close() {
        checking.cancel();
        reports.close();
    }
}
