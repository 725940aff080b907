package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.DataSummary;
import java.util.List;

/**
 * The outcomes of checks of the data. It holds temporary files and must be closed.
 *
 * @param outcomes in the order of {@link DataCheck}
 */
public record DataReport(List<DataOutcome> outcomes, DataSummary summary, Runnable files) implements AutoCloseable {
    public DataReport {
        outcomes = List.copyOf(outcomes);
    }

    @Override
    public void close() {
        files.run();
    }
}
