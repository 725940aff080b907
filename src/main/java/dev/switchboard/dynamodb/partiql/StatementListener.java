package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.item.Item;
import java.util.List;

/** Follows a run of statements, on the thread that runs them. Statements are counted from 0. */
public interface StatementListener {
    /** Does nothing. */
    StatementListener NONE = new StatementListener() {
        @Override
        public void items(int statement, List<Item> items) {}

        @Override
        public void ended(int statement, StatementResult result) {}
    };

    /** A statement has returned these items, which can be none. A slow listener slows down the read. */
    void items(int statement, List<Item> items);

    /** A statement has ended, or will not be run. */
    void ended(int statement, StatementResult result);
}
