package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.HealthChecker;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.job.Work;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** Runs the repairs of the environment, such as creating the messages table, and then the checks. JavaFX thread only. */
final class EnvironmentRepairViewModel {
    private static final Messages TEXT = Messages.of(EnvironmentRepairViewModel.class);
    private final UiContext context;
    private final HealthChecker doctor;
    private final Runnable check;
    private final LatestJobRunner repairing;

    /** @param check runs the checks again */
    EnvironmentRepairViewModel(UiContext context, HealthChecker doctor, Runnable check) {
        this.context = context;
        this.doctor = doctor;
        this.check = check;
        repairing = context.jobs().slot();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return repairing.runningProperty();
    }

    /** The job that repairs, or null. */
    ReadOnlyObjectProperty<@Nullable JobViewModel> jobProperty() {
        return repairing.jobProperty();
    }

    /** Asks the repairs to stop. What they have written stays. */
    void stop() {
        repairing.stop();
    }

    /** Whether a repair of the environment is available; those of the data have a preview of their own. */
    static boolean isAvailable(CheckResult result) {
        return result.group() == CheckGroup.ENVIRONMENT && result.repair() != null;
    }

    /**
     * Runs the repair of a check and then all checks; asks for confirmation in prd.
     *
     * @param does what it writes, as a sentence; empty if that is not known
     */
    void run(CheckResult result, String does) {
        String id = result.repair();
        String what = result.repairTitle();
        if (id != null && what != null && !runningProperty().get() && agreed(what, does)) {
            start(what, progress -> doctor.repair(id, progress));
        }
    }

    /**
     * Runs all available repairs one after the other, each at most once, after they were confirmed. Used in dev only.
     *
     * @param results the newest results
     * @param text which they are and what they write
     */
    void runAll(List<CheckResult> results, String text) {
        long count = results.stream().filter(EnvironmentRepairViewModel::isAvailable).count();
        String title = TEXT.get("repair.all.job", count);
        if (runningProperty().get() || !context.dialogs().confirm(TEXT.get("repair.all.title", count), text, title)) {
            return;
        }
        Set<String> checks = results.stream()
                .filter(result -> result.group() == CheckGroup.ENVIRONMENT)
                .map(CheckResult::id)
                .collect(Collectors.toSet());
        start(title, progress -> runEach(new CheckScope(false, checks, CheckScope.SAMPLE.rate()), progress));
    }

    private void start(String title, Work<String> work) {
        repairing.start(
                title,
                work,
                said -> {
                    context.notices().done(said);
                    check.run();
                },
                (Explanation explanation) -> {
                    context.dialogs().error(explanation);
                    check.run();
                });
    }

    private String runEach(CheckScope environment, Progress progress) {
        Set<String> tried = new HashSet<>();
        List<String> done = new ArrayList<>();
        while (true) {
            // A repair can change the results of later checks, so they run again.
            @Nullable CheckResult next;
            try (DoctorReport report = doctor.check(environment, progress, result -> {})) {
                next = report.results().stream()
                        .filter(EnvironmentRepairViewModel::isAvailable)
                        .filter(result -> !tried.contains(Objects.requireNonNull(result.repair())))
                        .findFirst()
                        .orElse(null);
            }
            if (next == null) {
                return done.isEmpty() ? TEXT.get("repair.all-none") : TEXT.get("repair.all-done", String.join(", ", done));
            }
            String repair = Objects.requireNonNull(next.repair());
            tried.add(repair);
            progress.step(Objects.requireNonNull(next.repairTitle()));
            doctor.repair(repair, progress);
            done.add(Objects.requireNonNull(next.repairTitle()));
        }
    }

    private boolean agreed(String what, String does) {
        Environment environment = context.session().environment();
        if (!environment.policy().confirmsDestruction()) {
            return true;
        }
        String ask = TEXT.get("repair.ask", environment.code().toUpperCase(Locale.ROOT));
        return context.dialogs().confirm(what, does.isEmpty() ? ask : does + "\n\n" + ask, what);
    }
}
