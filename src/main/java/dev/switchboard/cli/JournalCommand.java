package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.JournalPage;
import dev.switchboard.journal.UndoResult;
import dev.switchboard.session.ChangeHistory;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code journal}: lists, shows, compares and undoes changes. */
@Command(name = "journal")
final class JournalCommand {
    private static final Messages TEXT = Messages.of(JournalCommand.class);
    private static final int ROWS_FOR_A_PERSON = 50;
    private final Invocation invocation;

    JournalCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "list")
    int list(@Option(names = "--limit", paramLabel = "N", defaultValue = "20", converter = Converters.PageLengthConverter.class) int limit)
            throws Exception {
        return invocation.run((session, progress) -> {
            JournalPage listing = session.changes().list(limit);
            if (invocation.json()) {
                invocation.print(JournalFormatter.listing(listing));
            } else if (!listing.entries().isEmpty()) {
                invocation.print(JournalFormatter.table(listing));
            }
            if (listing.entries().isEmpty()) {
                invocation.note(TEXT.get("journal.none"));
            }
            if (listing.more()) {
                invocation.note(TEXT.get("journal.more", limit));
            }
            if (listing.unreadable() > 0) {
                invocation.note(TEXT.get("journal.unreadable", listing.unreadable()));
            }
            long damaged = listing.entries().stream().filter(entry -> entry.integrity().isDamaged()).count();
            if (damaged > 0) {
                invocation.note(TEXT.get("journal.damaged", damaged));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "ID") String id, @Option(names = "--compare") boolean compare) throws Exception {
        return invocation.run((session, progress) -> {
            Entry entry = session.changes().get(id);
            // If the outcome was not recorded, only the current items can show it.
            @Nullable ComparisonResult comparison = null;
            if (compare) {
                comparison = session.changes().compare(entry, progress);
            } else if (entry.isOpen() && !entry.integrity().isDamaged()) {
                comparison = tryCompare(session, entry, progress);
            }
            // Read once before anything is printed, so that a change that cannot be read leaves no part of a document.
            ChangeHistory.ChangePreview rows = session.changes().rows(id, invocation.json() ? 0 : ROWS_FOR_A_PERSON);
            if (invocation.json()) {
                invocation.print(
                        JournalFormatter.document(entry, comparison), "rows",
                        printer -> session.changes().eachRow(id, row -> printer.accept(JournalFormatter.row(row))));
                return ExitStatus.DONE;
            }
            JournalFormatter.lines(entry, comparison).forEach(invocation::print);
            for (Change row : rows.first()) {
                JournalFormatter.lines(row).forEach(invocation::print);
            }
            if (rows.total() > rows.first().size()) {
                invocation.note(TEXT.get("journal.more-rows", rows.first().size(), rows.total()));
            }
            return ExitStatus.DONE;
        });
    }

    /** Compares the change with the current data; returns null if that fails, so that the change itself is still shown. */
    private @Nullable ComparisonResult tryCompare(Session session, Entry entry, Progress progress) {
        try {
            return session.changes().compare(entry, progress);
        } catch (OperationCancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            invocation.note(TEXT.get("journal.not-compared", session.explanations().of(e).sentence()));
            return null;
        }
    }

    @Command(name = "undo")
    int undo(@Parameters(paramLabel = "ID") String id) throws Exception {
        return invocation.run((session, progress) -> {
            session.permits().checkUnlocked("journal undo");
            @Nullable String warning = session.changes().warning(session.changes().get(id));
            if (warning != null) {
                invocation.note(warning);
            }
            UndoResult undone = session.changes().undo(id, progress);
            if (invocation.json()) {
                invocation.print(Json.object(
                        "undone", undone.undoes(), "by", undone.id(), "putBack", undone.restored(), "leftAlone", undone.skipped()));
            } else {
                invocation.print(TEXT.get("journal.undone", undone.summary(), undone.id()));
            }
            return undone.skipped() > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
        });
    }
}
