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
import dev.switchboard.ui.common.UiContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Runs the repairs of the environment, such as creating the messages table, and then the checks. JavaFX thread only. */
final class EnvironmentRepairViewModel {
    private static final Messages TEXT = Messages.of(EnvironmentRepairViewModel.class);
    private final UiContext context;
    private final HealthChecker doctor;
    private final Runnable check;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /** @param check runs the checks again */
    EnvironmentRepairViewModel(UiContext context, HealthChecker doctor, Runnable check) {
        this.context = context;
        this.doctor = doctor;
        this.check = check;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether a repair of the environment is available; those of the data have a preview of their own. */
    static boolean isAvailable(CheckResult result) {
        return result.group() == CheckGroup.ENVIRONMENT && result.repair() != null;
    }

    /** Runs the repair of a check and then all checks; asks for confirmation in prd. */
    void run(CheckResult result) {
        String id = result.repair();
        String what = result.repairTitle();
        if (id != null && what != null && agreed(what)) {
            start(what, progress -> doctor.repair(id, progress));
        }
    }

    /**
     * Runs all available repairs one after the other, each at most once. Used in dev only.
     *
     * @param results the newest results
     */
    void runAll(List<CheckResult> results) {
        Set<String> checks = results.stream()
                .filter(result -> result.group() == CheckGroup.ENVIRONMENT)
                .map(CheckResult::id)
                .collect(Collectors.toSet());
        start(TEXT.get("repair.all"), progress -> runEach(new CheckScope(false, checks, CheckScope.SAMPLE.rate()), progress));
    }

    private void start(String title, Work<String> work) {
        running.set(true);
        context.jobs().start(
                title,
                work,
                said -> {
                    running.set(false);
                    context.notices().done(said);
                    check.run();
                },
                (Explanation explanation) -> {
                    running.set(false);
                    context.dialogs().error(explanation);
                    check.run();
                });
    }

    private String runEach(CheckScope environment, Progress progress) {
        Set<String> tried = new HashSet<>();
        while (true) {
            // A repair can change the results of later checks, so they run again.
            @Nullable String next;
            try (DoctorReport report = doctor.check(environment, progress, result -> {})) {
                next = report.results().stream()
                        .filter(EnvironmentRepairViewModel::isAvailable)
                        .map(CheckResult::repair)
                        .filter(repair -> repair != null && !tried.contains(repair))
                        .findFirst()
                        .orElse(null);
            }
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
