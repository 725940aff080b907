package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.MessagesTableKeys;
import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a conversation once more, in which the pass over the table found something. The application may have written to it in the meantime,
 * and its group rows follow a message a little later, so that it counts only when it has settled. Thread-safe.
 */
final class ConversationConfirmer {
    private static final int ATTEMPTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final MessagesTableReader reader;
    private final List<ConversationCheck> exact;
    private final InstantSource clock;

    /** @param exact the checks that determine each finding */
    ConversationConfirmer(MessagesTableReader reader, List<ConversationCheck> exact, InstantSource clock) {
        this.reader = reader;
        this.exact = List.copyOf(exact);
        this.clock = clock;
    }

    /** What one reading found. */
    private record Reading(List<Finding> findings, List<String> rows, @Nullable Instant newest) {
        /** Whether nothing was written in between. */
        boolean isAs(List<String> otherRows, @Nullable Instant otherNewest) {
            return rows.equals(otherRows) && (newest == null ? otherNewest == null : newest.equals(otherNewest));
        }
    }

    /**
     * Returns the findings that remain.
     *
     * @param suspected the checks that found something
     */
    List<Finding> confirm(ConversationEnd scanned, Set<DataCheck> suspected, Progress progress) {
        List<String> rows = keys(scanned.rows());
        @Nullable Instant newest = scanned.newest();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Reading now = read(scanned, suspected, progress);
            boolean recent = now.newest() != null && now.newest().isAfter(clock.instant().minusSeconds(DataSummary.FOLLOWING_SECONDS));
            if (now.findings().isEmpty() || (now.isAs(rows, newest) && !(recent && attempt == 1))) {
                return now.findings();
            }
            rows = now.rows();
            newest = now.newest();
            Poller.pause(PAUSE, progress);
        }
        // It is being written to all the time.
        return List.of();
    }

    private static List<String> keys(ConversationRows rows) {
        return rows.rows().stream().map(row -> row.person() + ' ' + row.sortKey()).sorted().toList();
    }

    private Reading read(ConversationEnd scanned, Set<DataCheck> suspected, Progress progress) {
        List<ConversationCheck> checks = exact.stream().filter(check -> suspected.contains(check.check())).toList();
        List<Reading> read = new ArrayList<>(1);
        ConversationInspector inspector =
                new ConversationInspector(checks, (end, found) -> read.add(new Reading(found, keys(end.rows()), end.newest())));
        List<MessagesTableItem.GroupRow> rows = rows(scanned);
        rows.forEach(row -> inspector.accept(Fact.RowFact.of(row)));
        String group = scanned.rows().group();
        if (!scanned.inOrder() || checks.stream().anyMatch(ConversationCheck::readsAllMessages)) {
            reader.messages(group, progress, item -> {
                accept(inspector, item);
                return true;
            });
        } else {
            reader.newest(group).ifPresent(message -> accept(inspector, message));
        }
        inspector.end();
        return read.isEmpty() ? new Reading(List.of(), List.of(), null) : read.getFirst();
    }

    private static void accept(ConversationInspector inspector, MessagesTableItem item) {
        @Nullable Fact fact = Fact.of(item);
        if (fact instanceof Fact.MessageFact message) {
            inspector.accept(message);
        }
    }

    /** The rows now: those that are still there, and those in the lists of people who have none of them any more. */
    private List<MessagesTableItem.GroupRow> rows(ConversationEnd scanned) {
        List<MessagesTableItem.GroupRow> rows = new ArrayList<>();
        Set<String> people = new LinkedHashSet<>(scanned.rows().participants());
        people.addAll(scanned.senders());
        for (Fact.RowFact row : scanned.rows().rows()) {
            reader.get(MessagesTableKeys.row(row.person(), row.sortKey()))
                    .filter(item -> item instanceof MessagesTableItem.GroupRow there && there.group().equals(row.group()))
                    .ifPresent(item -> rows.add((MessagesTableItem.GroupRow) item));
        }
        rows.forEach(row -> people.remove(row.owner()));
        people.forEach(person -> rows.addAll(reader.rows(person, scanned.rows().group())));
        return rows;
    }
}
