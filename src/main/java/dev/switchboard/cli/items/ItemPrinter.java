package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.dynamodb.item.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Prints items as they are read: a line of DynamoDB JSON each, or aligned tables of up to {@value #ROWS} rows, so that the memory does not
 * grow with the result. Thread-safe.
 */
final class ItemPrinter {
    private static final int ROWS = 1_000;
    private static final int LONGEST = 80;
    private final Invocation invocation;
    private final List<String> keyNames;
    private final List<Item> pending = new ArrayList<>();

    /** @param keyNames the attributes of the first columns */
    ItemPrinter(Invocation invocation, List<String> keyNames) {
        this.invocation = invocation;
        this.keyNames = List.copyOf(keyNames);
    }

    synchronized void print(List<Item> items) {
        if (invocation.json()) {
            items.forEach(item -> invocation.printJson(item.toJson()));
        } else {
            for (Item item : items) {
                pending.add(item);
                if (pending.size() == ROWS) {
                    flush();
                }
            }
        }
        invocation.stopIfOutputClosed();
    }

    /** Prints what is not printed yet. */
    synchronized void flush() {
        if (pending.isEmpty()) {
            return;
        }
        Set<String> columns = new LinkedHashSet<>(keyNames);
        pending.forEach(item -> columns.addAll(item.names()));
        columns.removeIf(name -> pending.stream().noneMatch(item -> item.names().contains(name)));
        TextTable table = TextTable.of(List.copyOf(columns));
        for (Item item : pending) {
            table.row(columns.stream().map(name -> cell(item.display(name))).toArray());
        }
        invocation.print(table);
        pending.clear();
    }

    private static String cell(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
