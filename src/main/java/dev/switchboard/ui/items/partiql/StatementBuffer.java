package dev.switchboard.ui.items.partiql;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.partiql.StatementListener;
import dev.switchboard.dynamodb.partiql.StatementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a run have returned and the window has not shown yet. Filled on the thread of the run and emptied on the JavaFX
 * thread. Only the first items of all statements are kept, which bounds the memory; all items are counted.
 */
final class StatementBuffer implements StatementListener {
    private final int most;
    private final Consumer<StatementBuffer> announce;
    private final List<Part> parts = new ArrayList<>();
    private List<Update> waiting = new ArrayList<>();
    private int kept;
    private boolean announced;

    /** What is known of a statement so far. */
    private static final class Part {
        private long items;
    }

    /**
     * News of a statement.
     *
     * @param number the number of the statement, from 0
     * @param rows items to show below those shown before
     * @param items the number of items so far, also of those that are not kept
     * @param result what became of it; null while it runs
     */
    record Update(int number, List<Item> rows, long items, @Nullable StatementResult result) {}

    /**
     * @param most the maximum number of items kept
     * @param announce called when there is news; not again before it was taken
     */
    StatementBuffer(int statements, int most, Consumer<StatementBuffer> announce) {
        this.most = most;
        this.announce = announce;
        for (int i = 0; i < statements; i++) {
            parts.add(new Part());
        }
    }

    @Override
    public void items(int statement, List<Item> items) {
        boolean first;
        synchronized (this) {
            Part part = parts.get(statement);
            part.items += items.size();
            List<Item> rows = List.copyOf(items.subList(0, Math.min(items.size(), most - kept)));
            kept += rows.size();
            first = add(new Update(statement, rows, part.items, null));
        }
        if (first) {
            announce.accept(this);
        }
    }

    @Override
    public void ended(int statement, StatementResult result) {
        boolean first;
        synchronized (this) {
            first = add(new Update(statement, List.of(), parts.get(statement).items, result));
        }
        if (first) {
            announce.accept(this);
        }
    }

    private boolean add(Update update) {
        waiting.add(update);
        boolean first = !announced;
        announced = true;
        return first;
    }

    /** Removes and returns the news. */
    synchronized List<Update> take() {
        List<Update> taken = waiting;
        waiting = new ArrayList<>();
        announced = false;
        return taken;
    }
}
