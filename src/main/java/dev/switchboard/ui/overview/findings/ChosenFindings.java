package dev.switchboard.ui.overview.findings;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.Findings;
import java.util.List;
import java.util.function.Consumer;

/**
 * Findings that were chosen from those of a check.
 *
 * @param listed all of them
 */
public record ChosenFindings(List<Finding> listed) implements Findings {
    public ChosenFindings {
        listed = List.copyOf(listed);
    }

    @Override
    public long count() {
        return listed.size();
    }

    @Override
    public void forEach(Consumer<Finding> consumer) {
        listed.forEach(consumer);
    }
}
