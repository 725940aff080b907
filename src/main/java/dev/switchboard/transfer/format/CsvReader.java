package dev.switchboard.transfer.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of a CSV file as RFC 4180 has them, with any line ends, also within quotes. */
final class CsvReader {
    private static final int NONE = -2;
    private final Reader in;
    private final char separator;
    private int longest;
    private int pushed = NONE;
    private boolean closedQuote = true;

    /** @param longest the largest number of characters of a record */
    CsvReader(Reader in, char separator, int longest) {
        this.in = in;
        this.separator = separator;
        this.longest = longest;
    }

    /** Allows records of so many characters from now on. */
    void allow(int characters) {
        longest = characters;
    }

    /** Whether the last record ended with its quotes closed. */
    boolean isClosed() {
        return closedQuote;
    }

    /**
     * Returns the cells of the next record; null at the end.
     *
     * @throws TooLongException if the record is too long; nothing more can be read then
     */
    @Nullable
    List<String> next() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int length = 0;
        boolean quoted = false;
        boolean begun = false;
        while (true) {
            if (++length > longest) {
                throw new TooLongException();
            }
            if (c < 0) {
                closedQuote = !quoted;
                cells.add(cell.toString());
                return cells;
            }
            if (quoted) {
                if (c == '"') {
                    int after = read();
                    if (after == '"') {
                        cell.append('"');
                    } else {
                        quoted = false;
                        pushed = after;
                    }
                } else {
                    cell.append((char) c);
                }
            } else if (c == '"' && !begun) {
                quoted = true;
                begun = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
                begun = false;
            } else if (c == '\n' || c == '\r') {
                endLine(c);
                cells.add(cell.toString());
                return cells;
            } else {
                cell.append((char) c);
                begun = true;
            }
            c = read();
        }
    }

    private void endLine(int c) throws IOException {
        if (c == '\r') {
            int after = read();
            if (after != '\n') {
                pushed = after;
            }
        }
    }

    private int read() throws IOException {
        if (pushed != NONE) {
            int c = pushed;
            pushed = NONE;
            return c;
        }
        return in.read();
    }

    /** A record that is longer than any item. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
