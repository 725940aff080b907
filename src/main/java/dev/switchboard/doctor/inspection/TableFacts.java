package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FactCodec;
import dev.switchboard.doctor.data.FactOrder;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.file.ExternalSorter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the items of the messages table in any order, runs the checks of single items, and keeps what the others need in files, sorted three
 * ways. Used by one thread at a time; the number of items can be read by others.
 */
final class TableFacts implements AutoCloseable {
    private static final int IN_MEMORY = 50_000;
    private static final int ROWS_IN_MEMORY = 10_000;
    private final List<ItemCheck> checks;
    private final FindingSink sink;
    private final MessageCounts counts = new MessageCounts();
    private final ExternalSorter<Fact> byGroup;
    private final ExternalSorter<Fact> byOwner;
    private final ExternalSorter<Fact> byPair;
    private final AtomicLong items = new AtomicLong();

    TableFacts(Path folder, List<ItemCheck> checks, FindingSink sink) {
        this.checks = List.copyOf(checks);
        this.sink = sink;
        byGroup = new ExternalSorter<>(folder, "by-group", FactOrder.BY_GROUP, new FactCodec(), IN_MEMORY);
        byOwner = new ExternalSorter<>(folder, "by-owner", FactOrder.BY_OWNER, new FactCodec(), ROWS_IN_MEMORY);
        byPair = new ExternalSorter<>(folder, "by-pair", FactOrder.BY_PAIR, new FactCodec(), ROWS_IN_MEMORY);
    }

    void add(Item stored) {
        items.incrementAndGet();
        MessagesTableItem item = MessagesTableItem.read(stored);
        for (ItemCheck check : checks) {
            check.item(item, sink);
        }
        @Nullable Fact fact = Fact.of(item);
        if (fact == null) {
            return;
        }
        byGroup.add(fact);
        switch (fact) {
            case Fact.RowFact row -> {
                byOwner.add(row);
                byPair.add(row);
            }
            case Fact.MessageFact message -> counts.add(message.time().instant());
        }
    }

    long items() {
        return items.get();
    }

    MessageCounts counts() {
        return counts;
    }

    /** Passes all facts, conversation by conversation. */
    void byGroup(Consumer<Fact> consumer) {
        byGroup.forEachSorted(consumer);
        byGroup.close();
    }

    /** Passes the facts of group rows, list by list. */
    void byOwner(Consumer<Fact.RowFact> consumer) {
        byOwner.forEachSorted(fact -> consumer.accept((Fact.RowFact) fact));
        byOwner.close();
    }

    /** Passes the facts of group rows, by the two people. */
    void byPair(Consumer<Fact.RowFact> consumer) {
        byPair.forEachSorted(fact -> consumer.accept((Fact.RowFact) fact));
        byPair.close();
    }

    @Override
    public void close() {
        byGroup.close();
        byOwner.close();
        byPair.close();
    }
}
