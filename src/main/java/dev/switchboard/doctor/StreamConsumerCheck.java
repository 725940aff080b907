package dev.switchboard.doctor;

import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the consumer of the stream of the messages table is alive, judged from the data: it moves the group rows of a conversation to each
 * message of the web application. Rows that stay behind while others follow later messages are no sign of it; they are findings of their own.
 */
final class StreamConsumerCheck {
    /** The ID of the check. */
    static final String ID = "stream-consumer";

    private static final Messages TEXT = Messages.of(StreamConsumerCheck.class);

    private StreamConsumerCheck() {}

    static CheckResult of(TableDetails table, DataSummary summary, Duration took) {
        if (!table.stream()) {
            return result(CheckState.OK, TEXT.get("stream-consumer.none"), took);
        }
        if (!summary.complete()) {
            return result(CheckState.SKIPPED, TEXT.get("data.needs-full"), took);
        }
        @Nullable Instant followed = summary.newestFollowed();
        @Nullable Instant behind = summary.newestBehind();
        if (behind == null || (followed != null && followed.isAfter(behind))) {
            return result(
                    CheckState.OK, followed == null ? TEXT.get("stream-consumer.unknown") : TEXT.get("stream-consumer.ok", followed), took);
        }
        String detail = followed == null
                ? TEXT.get("stream-consumer.never", behind)
                : TEXT.get("stream-consumer.behind", followed, behind);
        return result(CheckState.WARNING, detail, took);
    }

    static CheckResult skipped(String detail) {
        return result(CheckState.SKIPPED, detail, Duration.ZERO);
    }

    private static CheckResult result(CheckState state, String detail, Duration took) {
        return new CheckResult(ID, TEXT.get("check." + ID), CheckGroup.ENVIRONMENT, state, detail, null, null, took, Findings.NONE);
    }
}
