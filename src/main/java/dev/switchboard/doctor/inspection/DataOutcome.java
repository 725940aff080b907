package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Findings;
import java.time.Duration;

/**
 * The outcome of a check of the data.
 *
 * @param skipped whether it did not run, because it needs more than was read
 * @param findings what it found; to be read as long as the report is open
 * @param detail one sentence
 * @param took the duration of the part of the run that it shares with other checks
 */
public record DataOutcome(DataCheck check, boolean skipped, Findings findings, String detail, Duration took) {}
