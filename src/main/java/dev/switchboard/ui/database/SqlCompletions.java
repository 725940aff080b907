package dev.switchboard.ui.database;

import dev.switchboard.postgres.admin.ColumnName;
import dev.switchboard.ui.code.Completion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the names of a database into the words that the SQL editor offers. */
final class SqlCompletions {
    /** A name that PostgreSQL reads as it is written; keywords among them are rare enough to be quoted by hand. */
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private SqlCompletions() {}

    static List<Completion> of(List<ColumnName> columns) {
        Set<Completion> words = new LinkedHashSet<>();
        for (ColumnName column : columns) {
            String table = quoted(column.table());
            words.add(Completion.table(column.table(), column.visible() ? table : quoted(column.schema()) + "." + table));
            words.add(Completion.column(column.table(), column.column(), quoted(column.column())));
        }
        return new ArrayList<>(words);
    }

    private static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
