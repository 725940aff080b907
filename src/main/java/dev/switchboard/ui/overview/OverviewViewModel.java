package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.EnvironmentSetup;
import dev.switchboard.doctor.HealthChecker;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.freshness.AsOf;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The health checks with their results and repairs. */
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
    private final ObservableList<CheckResult> results = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<OverviewStatus> status = new ReadOnlyObjectWrapper<>(OverviewStatus.CHECKING);
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper repairing = new ReadOnlyBooleanWrapper();
    private final LatestJobRunner checking;
    private final AsOf asOf = new AsOf();
    private boolean checked;

    OverviewViewModel(UiContext context, HealthChecker doctor) {
        this.context = context;
        this.doctor = doctor;
        checking = context.jobs().slot();
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

    ReadOnlyBooleanProperty checkingProperty() {
        return checking.runningProperty();
    }

    ReadOnlyBooleanProperty repairingProperty() {
        return repairing.getReadOnlyProperty();
    }

    /** The result of a check; null until it is available. */
    @Nullable
    CheckResult result(String id) {
        return results.stream().filter(result -> result.id().equals(id)).findFirst().orElse(null);
    }

    /** Runs all checks. */
    void check() {
        status.set(OverviewStatus.CHECKING);
        failure.set(null);
        asOf.begins();
        checking.start(
                TEXT.get("checking"),
                progress -> doctor.check(progress, result -> context.jobs().later(() -> ended(result))),
                this::done,
                this::failed);
    }

    private void ended(CheckResult result) {
        if (!checked && context.session().environment().policy().localDefaults() && result.state() != CheckState.OK) {
            // The first time, a failure can mean that nothing is set up yet, which only all results together tell.
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

    private void done(List<CheckResult> all) {
        checked = true;
        results.setAll(all);
        asOf.arrived();
        if (context.session().environment().policy().localDefaults() && EnvironmentSetup.isEmpty(all)) {
            status.set(OverviewStatus.EMPTY);
        } else if (all.stream().anyMatch(result -> result.state() == CheckState.FAILED)) {
            status.set(OverviewStatus.FAILURES);
        } else {
            boolean good = all.stream().allMatch(result -> result.state() == CheckState.OK);
            status.set(good ? OverviewStatus.GOOD : OverviewStatus.WARNINGS);
        }
    }

    private void failed(Explanation explanation) {
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

    /** Runs the repair of a check and then all checks; asks for confirmation in prd. */
    void repair(CheckResult result) {
        String id = result.repair();
        String what = result.repairTitle();
        if (id == null || what == null || !agreed(what)) {
            return;
        }
        repairing.set(true);
        context.jobs().start(
                what,
                progress -> doctor.repair(id, progress),
                did -> {
                    repairing.set(false);
                    context.notices().done(did);
                    check();
                },
                explanation -> {
                    repairing.set(false);
                    context.dialogs().error(explanation);
                    check();
                });
    }

    /** The number of failed checks or, if there are none, of warnings. */
    long problems() {
        long failed = count(CheckState.FAILED);
        return failed > 0 ? failed : count(CheckState.WARNING);
    }

    private long count(CheckState state) {
        return results.stream().filter(result -> result.state() == state).count();
    }

    /** The number of available repairs. */
    long repairs() {
        return results.stream().filter(result -> result.repair() != null).count();
    }

    /** Runs all available repairs one after the other, each at most once. Used in dev only. */
    void repairAll() {
        repairing.set(true);
        context.jobs().start(
                TEXT.get("repair.all"),
                this::repairEach,
                said -> {
                    repairing.set(false);
                    context.notices().done(said);
                    check();
                },
                explanation -> {
                    repairing.set(false);
                    context.dialogs().error(explanation);
                    check();
                });
    }

    private String repairEach(Progress progress) {
        Set<String> tried = new HashSet<>();
        while (true) {
            // A repair can change the results of later checks, so all checks run again.
            @Nullable String next = doctor.check(progress, result -> {}).stream()
                    .map(CheckResult::repair)
                    .filter(repair -> repair != null && !tried.contains(repair))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return TEXT.get("repair.all-done", tried.size());
            }
            tried.add(next);
            progress.step(doctor.repair(next, progress));
        }
    }

    private boolean agreed(String what) {
        Environment environment = context.session().environment();
        return !environment.policy().confirmsDestruction()
                || context.dialogs().confirm(what, TEXT.get("repair.ask", environment.code().toUpperCase(Locale.ROOT)), what);
    }
}
