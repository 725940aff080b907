package dev.switchboard.users;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The result of a setup step.
 *
 * @param did a sentence that describes the result, also if there was nothing to do
 * @param changed whether anything was changed
 * @param backup the backup of what was destroyed; null if nothing was destroyed or no backup was written
 */
public record StepResult(SetupStep step, String did, boolean changed, @Nullable Path backup) {
    /** Creates the result of a step that destroys nothing. */
    public StepResult(SetupStep step, String did, boolean changed) {
        this(step, did, changed, null);
    }
}
