package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.Fact.MessageFact;
import dev.switchboard.doctor.data.Fact.RowFact;
import dev.switchboard.doctor.data.FactOrder;
import dev.switchboard.doctor.data.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Runs checks on conversations, whose facts arrive in order, one conversation after another. */
final class ConversationInspector {
    // A damaged group can have any number of rows; more than these need not be known.
    private static final int MOST_ROWS = 1_000;
    private final List<ConversationCheck> checks;
    private final BiConsumer<ConversationEnd, List<Finding>> consumer;
    private List<RowFact> rows = new ArrayList<>();
    private List<ConversationCheck.Probe> probes = List.of();
    private List<Finding> findings = new ArrayList<>();
    private @Nullable String group;
    private @Nullable ConversationRows known;
    private long messages;
    private boolean inOrder = true;
    private @Nullable Instant newest;
    private Set<Long> newestTexts = new HashSet<>();
    private Set<String> senders = new LinkedHashSet<>();

    /** @param consumer receives each conversation with its findings, which may be none */
    ConversationInspector(List<ConversationCheck> checks, BiConsumer<ConversationEnd, List<Finding>> consumer) {
        this.checks = checks;
        this.consumer = consumer;
    }

    /** Takes the next fact, in the order of {@link FactOrder#BY_GROUP}. */
    void accept(Fact fact) {
        if (!fact.group().equals(group)) {
            end();
            group = fact.group();
        }
        switch (fact) {
            case RowFact row -> {
                if (rows.size() < MOST_ROWS) {
                    rows.add(row);
                }
            }
            case MessageFact message -> message(message);
        }
    }

    private void message(MessageFact message) {
        begin(message.group());
        messages++;
        if (senders.size() < ConversationEnd.SENDERS) {
            senders.add(message.person());
        }
        @Nullable Instant instant = message.time().instant();
        inOrder &= instant == null || newest == null || !instant.isBefore(newest);
        if (instant != null && (newest == null || !instant.isBefore(newest))) {
            if (!instant.equals(newest)) {
                newestTexts = new HashSet<>();
            }
            newest = instant;
            newestTexts.add(message.text());
        }
        probes.forEach(probe -> probe.message(message, findings::add));
    }

    private ConversationRows begin(String uuid) {
        @Nullable ConversationRows begun = known;
        if (begun == null) {
            begun = new ConversationRows(uuid, rows);
            known = begun;
            ConversationRows all = begun;
            probes = checks.stream().map(check -> check.probe(all)).toList();
        }
        return begun;
    }

    /** Ends the last conversation. */
    void end() {
        @Nullable String uuid = group;
        if (uuid == null) {
            return;
        }
        ConversationEnd end = new ConversationEnd(begin(uuid), messages, inOrder, newest, newestTexts, senders);
        probes.forEach(probe -> probe.end(end, findings::add));
        consumer.accept(end, findings);
        group = null;
        known = null;
        rows = new ArrayList<>();
        findings = new ArrayList<>();
        messages = 0;
        inOrder = true;
        newest = null;
        newestTexts = new HashSet<>();
        senders = new LinkedHashSet<>();
    }
}
