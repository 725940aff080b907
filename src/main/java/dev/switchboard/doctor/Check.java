package dev.switchboard.doctor;

import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.function.Function;

/**
 * A health check.
 *
 * @param needs the IDs of the checks that must not have failed
 * @param probe runs the check; an exception means that the check failed
 */
record Check(String id, List<String> needs, Function<Progress, CheckFinding> probe) {
    String title() {
        return Messages.of(Check.class).get("check." + id);
    }
}
