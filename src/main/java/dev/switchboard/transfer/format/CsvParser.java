package dev.switchboard.transfer.format;

import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads items from CSV. The separator is the comma, the semicolon or the tab, whichever the header has. */
final class CsvParser implements RecordParser {
    private static final Messages TEXT = Messages.of(CsvParser.class);
    private static final int LONGEST_HEADER = 1 << 16;
    private final CsvReader records;
    private final String prefix;
    private final List<String> names;
    private final KeyTypes keys;

    private CsvParser(CsvReader records, String prefix, List<String> names, KeyTypes keys) {
        this.records = records;
        this.prefix = prefix;
        this.names = names;
        this.keys = keys;
    }

    /**
     * Reads the header.
     *
     * @throws InvalidInputException if it does not name the key attributes, or names one twice
     */
    static CsvParser open(Reader in, String prefix, KeyTypes keys) throws IOException {
        @Nullable List<String> first = null;
        for (char separator : new char[] {',', ';', '\t'}) {
            in.mark(LONGEST_HEADER);
            CsvReader records = new CsvReader(in, separator, LONGEST_HEADER - 2);
            try {
                @Nullable List<String> cells = records.next();
                List<String> names = cells == null ? List.of() : cells.stream().map(CsvCell::readName).toList();
                first = first == null ? names : first;
                if (names.containsAll(keys.table())) {
                    checkDistinct(names);
                    records.allow(TransferReader.LONGEST);
                    return new CsvParser(records, prefix, names, keys);
                }
            } catch (CsvReader.TooLongException e) {
                throw headerProblem(TEXT.get("csv.header.long"), e);
            }
            in.reset();
        }
        throw headerProblem(TEXT.get("csv.header.keys", String.join(", ", keys.table())), null);
    }

    private static void checkDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw headerProblem(TEXT.get("csv.header.twice", name), null);
            }
        }
    }

    private static InvalidInputException headerProblem(String sentence, @Nullable Throwable cause) {
        return new InvalidInputException("csv_header", sentence, TEXT.get("csv.header.remedy"), cause);
    }

    @Override
    public @Nullable TransferRecord next(long number) throws IOException {
        @Nullable List<String> cells = records.next();
        while (cells != null && cells.stream().allMatch(String::isEmpty)) {
            cells = records.next();
        }
        if (cells == null) {
            return null;
        }
        String place = prefix + TEXT.get("read.record", number);
        String source = CsvWriter.record(cells);
        if (!records.isClosed()) {
            return new TransferRecord(number, place, source, null, TEXT.get("csv.open-quote"));
        }
        Map<String, TypedValue> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String name = i < names.size() ? names.get(i) : "";
            if (name.isEmpty() && !cell.isEmpty()) {
                return new TransferRecord(number, place, source, null, TEXT.get("csv.no-column", i + 1));
            }
            try {
                @Nullable TypedValue value = CsvCell.read(cell, keys.types().get(name));
                if (value != null) {
                    values.put(name, value);
                }
            } catch (InvalidInputException e) {
                return new TransferRecord(number, place, source, null, TEXT.get("csv.column", name, e.sentence()));
            }
        }
        return new TransferRecord(number, place, source, TypedItems.item(new TypedValue.Members(values)), null);
    }
}
