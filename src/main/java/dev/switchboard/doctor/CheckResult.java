package dev.switchboard.doctor;

import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.Findings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check.
 *
 * @param id stable, for scripts
 * @param title what was checked
 * @param detail what was found
 * @param repair the ID of the repair for {@link HealthChecker#repair}; null if no repair is needed or available
 * @param repairTitle the title of the repair; null if there is none
 * @param took the duration of the check; for a backend, the latency of one small request
 * @param findings what is wrong in the data; none of a check of the environment
 */
public record CheckResult(
        String id,
        String title,
        CheckGroup group,
        CheckState state,
        String detail,
        @Nullable String repair,
        @Nullable String repairTitle,
        Duration took,
        Findings findings) {
    /** The exact number of findings. */
    public long count() {
        return findings.count();
    }

    /** Whether it found something to be looked at. */
    public boolean isFinding() {
        return state == CheckState.FAILED || state == CheckState.WARNING;
    }
}
