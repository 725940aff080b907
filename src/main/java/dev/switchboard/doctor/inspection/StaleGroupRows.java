package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code group-row-stale}: a row shows the text and the time of the newest message. A row whose time cannot be read is another finding. */
final class StaleGroupRows implements ConversationCheck {
    @Override
    public DataCheck check() {
        return DataCheck.GROUP_ROW_STALE;
    }

    @Override
    public Probe probe(ConversationRows rows) {
        return new Probe() {
            @Override
            public void end(ConversationEnd end, FindingSink sink) {
                @Nullable Instant newest = end.newest();
                if (newest == null) {
                    return;
                }
                for (Fact.RowFact row : rows.rows()) {
                    @Nullable Instant shown = row.time().instant();
                    boolean otherTime = shown != null && !shown.equals(newest);
                    boolean otherText = !end.newestTexts().contains(row.text());
                    if (otherTime) {
                        sink.addAs("time", check(), Subject.row(row), row.sortKey(), newest.toString());
                    } else if (shown != null && otherText) {
                        sink.addAs("text", check(), Subject.row(row), row.sortKey());
                    }
                }
            }
        };
    }
}
