package dev.switchboard.transfer.format;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;
import java.util.stream.Collectors;

/** Writes items as CSV, see {@link CsvCell}. */
record CsvWriter(List<String> names) {
    String header() {
        return record(names.stream().map(CsvCell::writeName).toList());
    }

    String record(Item item) {
        TypedValue.Members values = TypedItems.values(item);
        return record(names.stream().map(name -> CsvCell.write(values.values().get(name))).toList());
    }

    /** Returns a record with its line end. */
    static String record(List<String> cells) {
        return cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t')
                && !cell.startsWith(" ")
                && !cell.endsWith(" ");
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
