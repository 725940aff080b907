package dev.switchboard.postgres.admin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a set-up did.
 *
 * @param did one sentence that says it, also where there was nothing to do
 * @param changed whether anything is different now
 * @param backup the backup of what was destroyed, which can be restored; null where nothing was, or without one
 */
public record StepResult(SetupStep step, String did, boolean changed, @Nullable Path backup) {
    /** The result of a step that destroys nothing. */
    public StepResult(SetupStep step, String did, boolean changed) {
        this(step, did, changed, null);
    }
}
