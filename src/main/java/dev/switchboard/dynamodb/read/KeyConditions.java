package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks plans against a table, and types the texts that a person enters by the key's type. */
public final class KeyConditions {
    private static final Messages TEXT = Messages.of(KeyConditions.class);

    private KeyConditions() {}

    /**
     * Returns the keys of a table or one of its indexes, the partition key first.
     *
     * @throws InvalidInputException if the index does not exist
     */
    public static List<KeyAttribute> keys(TableDetails table, @Nullable String index) {
        return index == null ? table.keys() : index(table, index).keys();
    }

    /**
     * Returns the names of the key attributes of an index and of its table, those of the index first.
     *
     * @throws InvalidInputException if the index does not exist
     */
    public static List<String> names(TableDetails table, @Nullable String index) {
        return Stream.concat(keys(table, index).stream(), table.keys().stream()).map(KeyAttribute::name).distinct().toList();
    }

    /**
     * Returns the value that a text means for a key: a string, a number, or Base64.
     *
     * @throws InvalidInputException if the text is not valid for the type of the key
     */
    public static TypedValue value(KeyAttribute key, String text) {
        try {
            return switch (key.type()) {
                case "N" -> number(text);
                case "B" -> new TypedValue.Binary(ByteString.ofBase64(text));
                default -> new TypedValue.Text(text);
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("key_value_malformed",
                    TEXT.get("key.value", Quote.of(text), key.name(), key.type()), TEXT.get("key.value.remedy"), e);
        }
    }

    private static TypedValue number(String text) {
        // The length is checked first, because parsing a million digits takes long.
        if (text.length() > 400) {
            throw new NumberFormatException("too long");
        }
        var _ = new BigDecimal(text);
        return new TypedValue.Digits(text);
    }

    /**
     * Checks that a plan fits the table.
     *
     * @throws InvalidInputException if the index does not exist, or does not allow strongly consistent reads
     */
    public static void check(ReadPlan plan, TableDetails table) {
        if (plan.index() == null) {
            return;
        }
        if (!index(table, plan.index()).local() && plan.strong()) {
            throw new InvalidInputException("strong_on_index", TEXT.get("read.strong", plan.index()), TEXT.get("read.strong.remedy"));
        }
    }

    private static IndexDetails index(TableDetails table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PlanReader.noIndex(name, table));
    }
}
