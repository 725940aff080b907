package dev.switchboard.ui.items.partiql;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.code.Completion;
import dev.switchboard.ui.common.UiContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that the editor offers: the tables, and of the tables in the text the indexes, the key attributes, and the attributes seen in
 * results. What cannot be read is not offered; running the statement says why. JavaFX thread only.
 */
final class PartiqlNames {
    private static final Messages TEXT = Messages.of(PartiqlNames.class);
    private final UiContext context;
    private final Set<String> requested = new HashSet<>();
    private final Map<String, Set<String>> attributes = new TreeMap<>();
    private final Map<String, List<String>> indexes = new TreeMap<>();
    private final Map<String, List<String>> keys = new TreeMap<>();
    private List<String> tables = List.of();

    PartiqlNames(UiContext context) {
        this.context = context;
    }

    /** Reads the names of the tables again. */
    void readTables(String text) {
        context.jobs().start(
                TEXT.get("partiql.names"),
                progress -> context.session().tables().names(),
                names -> {
                    tables = names;
                    mentioned(text);
                },
                failure -> {});
    }

    /** Reads what is not known yet of the tables that a text mentions. */
    void mentioned(String text) {
        for (String table : tables) {
            if (text.contains(table) && requested.add(table)) {
                context.jobs().start(
                        TEXT.get("partiql.names"),
                        progress -> context.session().explorer().reader().table(table),
                        this::learn,
                        failure -> requested.remove(table));
            }
        }
    }

    private void learn(TableDetails details) {
        Set<String> known = attributes(details.name());
        keys.put(details.name(), details.keys().stream().map(KeyAttribute::name).toList());
        details.keys().stream().map(KeyAttribute::name).forEach(known::add);
        for (IndexDetails index : details.indexes()) {
            index.keys().stream().map(KeyAttribute::name).forEach(known::add);
        }
        indexes.put(details.name(), details.indexes().stream().map(IndexDetails::name).toList());
    }

    /** Adds attributes that occur in items of a table. */
    void seen(String table, Set<String> names) {
        attributes(table).addAll(names);
    }

    /** The key attributes of a table, the partition key first; empty if they are not known. */
    List<String> keys(@Nullable String table) {
        return table == null ? List.of() : keys.getOrDefault(table, List.of());
    }

    private Set<String> attributes(String table) {
        return attributes.computeIfAbsent(table, none -> new LinkedHashSet<>());
    }

    /** The words that are known now. */
    List<Completion> words() {
        List<Completion> words = new ArrayList<>();
        tables.forEach(table -> words.add(Completion.table(table, quoted(table))));
        indexes.forEach((table, names) -> names.forEach(name -> words.add(Completion.index(table, name, quoted(name)))));
        attributes.forEach((table, names) -> names.forEach(name -> words.add(Completion.column(table, name, quoted(name)))));
        return words;
    }

    /** Always in quotes, because hundreds of words are reserved. */
    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
