package dev.switchboard.doctor.data;

import java.util.List;
import java.util.function.Consumer;

/** The findings of one check. All of them can be read as long as the report is open; the first {@value #LISTED} are in memory. */
public interface Findings {
    /** The maximum number of findings in {@link #listed}. */
    int LISTED = 1_000;

    /** No findings. */
    Findings NONE = new Findings() {
        @Override
        public long count() {
            return 0;
        }

        @Override
        public List<Finding> listed() {
            return List.of();
        }

        @Override
        public void forEach(Consumer<Finding> consumer) {}
    };

    /** The exact number of findings. */
    long count();

    /** The first findings. */
    List<Finding> listed();

    /**
     * Passes all findings.
     *
     * @throws dev.switchboard.failure.OperationFailedException if their file cannot be read, as after the report was closed
     */
    void forEach(Consumer<Finding> consumer);
}
