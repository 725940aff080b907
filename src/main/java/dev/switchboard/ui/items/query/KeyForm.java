package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.ExpressionPrinter;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The fields of the key condition. Without a value of the partition key the query is a scan. */
final class KeyForm {
    private static final Messages TEXT = Messages.of(KeyForm.class);
    private final StringProperty partition = new SimpleStringProperty("");
    private final ObjectProperty<SortOperator> operator = new SimpleObjectProperty<>(SortOperator.ANY);
    private final StringProperty sort = new SimpleStringProperty("");
    private final StringProperty upTo = new SimpleStringProperty("");

    /** The value of the partition key as text; empty for a scan. */
    StringProperty partitionProperty() {
        return partition;
    }

    ObjectProperty<SortOperator> operatorProperty() {
        return operator;
    }

    /** The value of the sort key as text, or the lower end of the range. */
    StringProperty sortProperty() {
        return sort;
    }

    /** The upper end of the range. */
    StringProperty upToProperty() {
        return upTo;
    }

    Stream<Observable> fields() {
        return Stream.of(partition, operator, sort, upTo);
    }

    /**
     * Returns the condition; null for a scan.
     *
     * @param keys the keys of the table or index; empty while they are not known
     * @throws InvalidInputException if a value is not valid for the type of its key
     */
    @Nullable
    KeyCondition condition(List<KeyAttribute> keys) {
        if (partition.get().isEmpty()) {
            if (operator.get() != SortOperator.ANY && !sort.get().isEmpty()) {
                throw new InvalidInputException("partition", TEXT.get("form.partition.missing"), null);
            }
            return null;
        }
        if (keys.isEmpty()) {
            throw new InvalidInputException("keys", TEXT.get("form.keys.unknown"), null);
        }
        KeyAttribute first = keys.getFirst();
        TypedValue whole = KeyConditions.value(first, partition.get());
        if (keys.size() == 1) {
            return new KeyCondition(first.name(), whole, null, null);
        }
        return new KeyCondition(first.name(), whole, keys.get(1).name(), sortCondition(keys.get(1)));
    }

    private @Nullable SortCondition sortCondition(KeyAttribute key) {
        return switch (operator.get()) {
            case ANY -> null;
            case BETWEEN -> new SortCondition.Between(KeyConditions.value(key, sort.get()), KeyConditions.value(key, upTo.get()));
            case BEGINS_WITH -> new SortCondition.BeginsWith(KeyConditions.value(key, sort.get()));
            default ->
                new SortCondition.Compare(Comparison.valueOf(operator.get().name()), KeyConditions.value(key, sort.get()));
        };
    }

    /** Shows a condition; null for a scan. */
    void load(@Nullable KeyCondition condition) {
        @Nullable SortCondition found = condition == null ? null : condition.sort();
        partition.set(condition == null ? "" : text(condition.partition()));
        operator.set(found == null ? SortOperator.ANY : SortOperator.of(found));
        switch (found) {
            case null -> set("", "");
            case SortCondition.Compare(var _, TypedValue value) -> set(text(value), "");
            case SortCondition.BeginsWith(TypedValue prefix) -> set(text(prefix), "");
            case SortCondition.Between(TypedValue low, TypedValue high) -> set(text(low), text(high));
        }
    }

    private void set(String value, String high) {
        sort.set(value);
        upTo.set(high);
    }

    /** The text that {@link KeyConditions#value} reads. */
    private static String text(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> text;
            case TypedValue.Binary(ByteString bytes) -> bytes.base64();
            default -> ExpressionPrinter.print(value);
        };
    }
}
