package dev.switchboard.doctor;

import dev.switchboard.doctor.data.DataSummary;
import java.util.List;

/**
 * The results of all checks. It holds the temporary files of the findings and must be closed; then only those findings can be read that are
 * in memory.
 *
 * @param summary what was counted; {@link DataSummary#NONE} if the messages table was not read
 * @param files what is deleted when the report is closed
 */
public record DoctorReport(List<CheckResult> results, DataSummary summary, Runnable files) implements AutoCloseable {
    public DoctorReport {
        results = List.copyOf(results);
    }

    @Override
    public void close() {
        files.run();
    }
}
