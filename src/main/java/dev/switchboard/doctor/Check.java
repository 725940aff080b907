package dev.switchboard.doctor;

import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.function.Function;

/**
 * One check.
 *
 * @param needs the ids of the checks that must not have failed before
 * @param probe looks; an exception of it is a failed check
 */
record Check(String id, List<String> needs, Function<Progress, CheckFinding> probe) {
    String title() {
        return Messages.of(Check.class).get("check." + id);
    }
}
