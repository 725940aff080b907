package dev.switchboard.doctor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one check ended.
 *
 * @param id stable, for scripts
 * @param title what was checked, in words
 * @param detail what was found, in words
 * @param repair the id of what would mend it, for {@link HealthChecker#repair}; null where nothing needs mending or nothing here can
 * @param repairTitle what that would do, in words; null where there is none
 * @param took how long the check took; for a backend that is the latency of one small call
 */
public record CheckResult(
        String id,
        String title,
        CheckState state,
        String detail,
        @Nullable String repair,
        @Nullable String repairTitle,
        Duration took) {}
