package dev.switchboard.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.text.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds an entry from the journal lines of one change, and checks that they are complete. */
final class EntryBuilder {
    private final String id;
    private final ChangeVerifier verifier = new ChangeVerifier();
    private @Nullable JsonNode intent;
    private Outcome outcome = Outcome.OPEN;
    private @Nullable String undoneBy;

    EntryBuilder(String id) {
        this.id = id;
    }

    ChangeVerifier verifier() {
        return verifier;
    }

    /** Adds what a line other than one with images says. */
    void add(JsonNode line) {
        switch (line.path("line").asText()) {
            case LineWriter.INTENT -> intent = line;
            case LineWriter.OUTCOME ->
                outcome = new Outcome(state(line.path("outcome").asText()), line.path("sentence").asText(), instant(line.path("at")));
            case LineWriter.UNDONE -> undoneBy = line.path("by").asText();
            default -> {}
        }
    }

    /**
     * Returns the entry. If its intent line is missing but other lines of it are intact, the entry says so; empty if there are none.
     *
     * @param integrity the result of the verifier
     */
    Optional<Entry> build(String environment, Integrity integrity) {
        JsonNode line = intent;
        @Nullable Instant at = line == null ? null : instant(line.path("at"));
        if (line == null || at == null) {
            return verifier.hasChecksums() ? Optional.of(withoutIntent(environment, integrity)) : Optional.empty();
        }
        JsonNode who = line.path("who");
        return Optional.of(new Entry(
                id,
                at,
                line.path("environment").asText(),
                new Intent(
                        line.path("operation").asText(),
                        line.path("what").asText(),
                        undo(line.path("undo").asText()),
                        text(line.path("whyNot")),
                        text(line.path("undoes"))),
                target(line),
                new Actor(who.path("user").asText(), text(who.path("principal")), text(who.path("role"))),
                outcome,
                undoneBy,
                integrity));
    }

    private Entry withoutIntent(String environment, Integrity integrity) {
        Intent unknown = new Intent("", Messages.of(EntryBuilder.class).get("intent.missing"), UndoKind.NONE, null, null);
        ChangeTarget nowhere = new ChangeTarget("", "", null, null, null, null);
        return new Entry(
                id, JournalFolder.time(id), environment, unknown, nowhere, new Actor("", null, null), outcome, undoneBy, integrity);
    }

    /** The target in the line of an intent. */
    static ChangeTarget target(JsonNode intent) {
        JsonNode where = intent.path("where");
        return new ChangeTarget(
                where.path("system").asText(),
                where.path("target").asText(),
                text(where.path("endpoint")),
                text(where.path("account")),
                text(where.path("region")),
                text(where.path("tableId")));
    }

    static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static @Nullable Instant instant(JsonNode node) {
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static OutcomeState state(String code) {
        for (OutcomeState state : OutcomeState.values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        return OutcomeState.UNKNOWN;
    }

    private static UndoKind undo(String code) {
        for (UndoKind kind : UndoKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        return UndoKind.NONE;
    }
}
