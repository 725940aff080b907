package dev.switchboard.cli;

import dev.switchboard.aws.AwsEndpoints;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.JournalPage;
import dev.switchboard.journal.Outcome;
import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats journal entries as JSON and as text. */
final class JournalFormatter {
    private static final Messages TEXT = Messages.of(JournalFormatter.class);

    private JournalFormatter() {}

    static Map<String, @Nullable Object> listing(JournalPage listing) {
        return Json.object(
                "changes", listing.entries().stream().map(JournalFormatter::entry).toList(),
                "more", listing.more(),
                "unreadableLines", listing.unreadable());
    }

    private static Map<String, @Nullable Object> entry(Entry entry) {
        ChangeTarget where = entry.where();
        Outcome outcome = entry.outcome();
        return Json.object(
                "id", entry.id(),
                "at", entry.at(),
                "environment", entry.environment(),
                "operation", entry.intent().operation(),
                "what", entry.intent().what(),
                "where",
                Json.object(
                        "system", where.system(),
                        "target", where.target(),
                        "endpoint", where.endpoint(),
                        "account", where.account(),
                        "region", where.region()),
                "who",
                Json.object("user", entry.who().user(), "principal", entry.who().principal(), "role", entry.who().role()),
                "outcome", outcome.state().code(),
                "sentence", outcome.sentence(),
                "endedAt", outcome.at(),
                "undo", entry.intent().undo().code(),
                "whyNoUndo", entry.noUndoReason(),
                "undoes", entry.intent().undoes(),
                "undoneBy", entry.undoneBy(),
                "integrity", entry.integrity().state().code(),
                "damage", entry.integrity().isDamaged() ? entry.integrity().damage() : null);
    }

    static Map<String, @Nullable Object> document(Entry entry, @Nullable ComparisonResult comparison) {
        Map<String, @Nullable Object> document = entry(entry);
        document.put("now", comparison == null ? null : comparison(comparison));
        return document;
    }

    private static Map<String, @Nullable Object> comparison(ComparisonResult comparison) {
        return Json.object(
                "rows", comparison.rows(),
                "written", comparison.written(),
                "notWritten", comparison.notWritten(),
                "changed", comparison.changed(),
                "sentence", comparison.summary());
    }

    static Map<String, @Nullable Object> row(Change change) {
        return Json.object("key", new Json.Raw(change.key()), "before", raw(change.before()), "after", raw(change.after()),
                "afterDigest", change.digest());
    }

    private static Json.@Nullable Raw raw(@Nullable String json) {
        return json == null ? null : new Json.Raw(json);
    }

    static TextTable table(JournalPage listing) {
        TextTable table = new TextTable("ID", "TIME (UTC)", "OUTCOME", "WHAT", "WHERE", "WHO");
        for (Entry entry : listing.entries()) {
            table.row(
                    entry.id(),
                    entry.at().truncatedTo(ChronoUnit.SECONDS),
                    outcome(entry),
                    entry.intent().what(),
                    entry.where().target(),
                    entry.who().summary());
        }
        return table;
    }

    private static String outcome(Entry entry) {
        String recorded = TEXT.get("outcome." + entry.outcome().state().code());
        String state = entry.integrity().isDamaged() ? TEXT.get("outcome.damaged", recorded) : recorded;
        return entry.undoneBy() == null ? state : TEXT.get("outcome.undone", state);
    }

    static List<String> lines(Entry entry, @Nullable ComparisonResult comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(TerminalText.single(entry.intent().what()));
        lines.add(TEXT.get("change.line", entry.id(), entry.at().toString(),
                AwsEndpoints.describe(entry.where(), entry.environment()), entry.who().summary()));
        String sentence = entry.outcome().sentence();
        lines.add(TEXT.get("change.outcome", outcome(entry), sentence.isEmpty() ? "" : " · " + TerminalText.single(sentence)));
        if (comparison != null) {
            lines.add(TEXT.get("change.now", comparison.summary()));
        }
        switch (entry.integrity().state()) {
            case DAMAGED -> lines.add(TEXT.get("change.damaged", entry.integrity().damage()));
            case UNVERIFIED -> lines.add(TEXT.get("change.unverified"));
            case INTACT -> {}
        }
        @Nullable String noUndoReason = entry.noUndoReason();
        lines.add(noUndoReason == null ? TEXT.get("change.undo", entry.id()) : TEXT.get("change.no-undo", noUndoReason));
        return lines;
    }

    static List<String> lines(Change row) {
        return List.of(
                "",
                TEXT.get("change.key", row.key()),
                TEXT.get("change.before", row.before() == null ? TEXT.get("change.absent") : row.before()),
                TEXT.get("change.after", after(row)));
    }

    private static String after(Change row) {
        if (row.digest() != null) {
            return TEXT.get("change.digest", row.digest());
        }
        return row.after() == null ? TEXT.get("change.absent") : row.after();
    }
}
