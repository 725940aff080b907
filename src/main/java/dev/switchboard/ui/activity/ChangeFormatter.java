package dev.switchboard.ui.activity;

import dev.switchboard.journal.Change;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.Outcome;
import dev.switchboard.session.ChangeHistory;
import dev.switchboard.text.Messages;
import java.util.StringJoiner;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Formats changes as text. */
final class ChangeFormatter {
    private static final Messages TEXT = Messages.of(ChangeFormatter.class);

    private ChangeFormatter() {}

    /** The outcome in one or two words. */
    static String outcome(Entry entry) {
        if (entry.integrity().isDamaged()) {
            return TEXT.get("outcome.damaged");
        }
        return entry.undoneBy() != null ? TEXT.get("outcome.undone") : TEXT.get("outcome." + entry.outcome().state().code());
    }

    /** The outcome as a pill. */
    static Label pill(Entry entry) {
        Label pill = new Label(outcome(entry));
        pill.getStyleClass().addAll("pill", colour(entry));
        return pill;
    }

    private static String colour(Entry entry) {
        if (entry.integrity().isDamaged()) {
            return "danger";
        }
        return entry.undoneBy() != null
                ? "neutral"
                : switch (entry.outcome().state()) {
                    case DONE -> "success";
                    case FAILED -> "danger";
                    case PARTLY, CANCELLED, UNKNOWN -> "warning";
                };
    }

    /** The sentence recorded with the outcome, or what is damaged. */
    static String end(Entry entry) {
        if (entry.integrity().isDamaged()) {
            return TEXT.get("change.damaged", entry.integrity().damage());
        }
        Outcome outcome = entry.outcome();
        return outcome.at() == null ? TEXT.get("outcome.open") : outcome.sentence();
    }

    /** The data before and after the change as text for display and copying. */
    static String rows(ChangeHistory.ChangePreview rows) {
        if (rows.total() == 0) {
            return TEXT.get("rows.none");
        }
        StringJoiner text = new StringJoiner("\n\n");
        rows.first().forEach(row -> text.add(row(row)));
        if (rows.total() > rows.first().size()) {
            text.add(TEXT.get("rows.more", rows.first().size(), rows.total()));
        }
        return text.toString();
    }

    private static String row(Change row) {
        String after = row.digest() == null ? image(row.after()) : TEXT.get("rows.digest", row.digest());
        return TEXT.get("rows.one", row.key(), image(row.before()), after);
    }

    private static String image(@Nullable String json) {
        return json == null ? TEXT.get("rows.absent") : json;
    }
}
