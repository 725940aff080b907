package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPage;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.explorer.entity.EntityColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints items as they are read: a line of DynamoDB JSON each, or aligned tables of up to {@value #ROWS} rows, so that the memory does not
 * grow with the result. Thread-safe.
 */
final class ItemPrinter {
    private static final int ROWS = 1_000;
    private static final int LONGEST = 80;
    private final Invocation invocation;
    private final List<String> keyNames;
    private final @Nullable EntityFilter entity;
    private final List<Item> pending = new ArrayList<>();
    private long printed;

    /** @param keyNames the attributes of the first columns */
    ItemPrinter(Invocation invocation, List<String> keyNames) {
        this(invocation, keyNames, null);
    }

    /** @param entity the entity whose items are printed, in its columns; null for all items */
    ItemPrinter(Invocation invocation, List<String> keyNames, @Nullable EntityFilter entity) {
        this.invocation = invocation;
        this.keyNames = List.copyOf(keyNames);
        this.entity = entity;
    }

    /** Reads items and prints them; what was read before a failure or Ctrl+C is printed as well. */
    ReadSummary printing(Function<Consumer<ReadPage>, ReadSummary> read) {
        try {
            return read.apply(page -> print(page.items()));
        } finally {
            flush();
        }
    }

    synchronized void print(List<Item> page) {
        List<Item> items = entity == null ? page : entity.of(page);
        printed += items.size();
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
        if (entity != null) {
            flush(entity.columns());
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

    private void flush(List<EntityColumn> columns) {
        TextTable table = TextTable.of(columns.stream().map(EntityColumn::title).toList());
        for (Item item : pending) {
            table.row(columns.stream().map(column -> cell(column.text(item))).toArray());
        }
        invocation.print(table);
        pending.clear();
    }

    /** How many items were printed or are pending. */
    synchronized long printed() {
        return printed;
    }

    private static String cell(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
