package dev.switchboard.ui.items.partiql;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.partiql.PartiqlStatement;
import dev.switchboard.dynamodb.partiql.StatementResult;
import dev.switchboard.failure.Failure;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A statement of a run with its items and what became of it. JavaFX thread only. */
final class StatementRow {
    /** The maximum number of columns; a table with more is too slow. */
    static final int MOST_COLUMNS = 60;

    private static final Messages TEXT = Messages.of(StatementRow.class);
    private final int number;
    private final PartiqlStatement statement;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<String> columns = FXCollections.observableArrayList();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper(TEXT.get("partiql.waiting"));
    private @Nullable StatementResult result;
    private long returned;

    /** @param number from 1 */
    StatementRow(int number, PartiqlStatement statement) {
        this.number = number;
        this.statement = statement;
    }

    int number() {
        return number;
    }

    PartiqlStatement statement() {
        return statement;
    }

    /** The statement on one line. */
    String text() {
        return statement.text().replaceAll("\\s+", " ");
    }

    /** The items that are shown. */
    ObservableList<Item> items() {
        return items;
    }

    /** The attributes that have a column: the key first, then in the order in which they occur. */
    ObservableList<String> columns() {
        return columns;
    }

    /** The attributes that occur, also those without a column. */
    Set<String> attributes() {
        return attributes;
    }

    /** What became of it; null while it runs or waits. */
    @Nullable
    StatementResult result() {
        return result;
    }

    /** What became of it, in words. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** @param keys the key attributes of the table, whose columns come first */
    void update(StatementBuffer.Update update, List<String> keys) {
        Comparator<String> keysFirst = Comparator.comparingInt(name -> keys.contains(name) ? keys.indexOf(name) : keys.size());
        Set<String> fresh = new TreeSet<>(keysFirst.thenComparing(Comparator.naturalOrder()));
        update.rows().forEach(item -> fresh.addAll(item.names()));
        fresh.removeAll(attributes);
        attributes.addAll(fresh);
        fresh.stream().limit(MOST_COLUMNS - columns.size()).forEach(columns::add);
        items.addAll(update.rows());
        returned = update.items();
        result = update.result();
        outcome.set(words());
    }

    /** Says why the run ended before it was known what became of the statement. */
    void fail(String sentence) {
        outcome.set(sentence);
    }

    private String words() {
        return switch (result) {
            case null -> TEXT.get("partiql.running", returned);
            case StatementResult.Selected selected -> {
                String capacity = selected.consumedReadCapacity() > 0
                        ? TEXT.get("partiql.read-units", Formats.capacity(selected.consumedReadCapacity()))
                        : "";
                String more = selected.complete() ? "" : " " + TEXT.get("partiql.more");
                String kept = items.size() < returned ? " " + TEXT.get("partiql.kept", items.size()) : "";
                String hidden =
                        attributes.size() > columns.size() ? " " + TEXT.get("partiql.hidden", attributes.size() - columns.size()) : "";
                yield TEXT.get("partiql.selected", selected.items()) + capacity + more + kept + hidden;
            }
            case StatementResult.Written written -> {
                String capacity = written.consumedWriteCapacity() > 0
                        ? TEXT.get("partiql.write-units", Formats.capacity(written.consumedWriteCapacity()))
                        : "";
                yield TEXT.get("partiql.written") + capacity;
            }
            case StatementResult.Failed(Failure failure) -> {
                @Nullable String remedy = failure.remedy();
                yield remedy == null ? failure.sentence() : failure.sentence() + " " + remedy;
            }
            case StatementResult.NotRun _ -> TEXT.get("partiql.not-run");
        };
    }

    /** The IDs of the changes in the journal of these statements, each once. */
    static List<String> changes(List<StatementRow> rows) {
        return rows.stream()
                .map(StatementRow::result)
                .filter(StatementResult.Written.class::isInstance)
                .map(written -> ((StatementResult.Written) written).change())
                .distinct()
                .toList();
    }
}
