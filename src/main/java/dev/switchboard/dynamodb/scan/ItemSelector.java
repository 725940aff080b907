package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Builds a selection from what a person enters: the values of the key are typed by the key.
 *
 * @param index null for the table itself
 * @param filter a filter expression with its placeholders; null for none
 */
public record ItemSelector(
        TableDetails table,
        @Nullable String index,
        @Nullable String filter,
        Map<String, String> names,
        Item values,
        List<String> projection) {
    private static final Messages TEXT = Messages.of(ItemSelector.class);

    /** A condition on the sort key. */
    public enum SortOperator {
        EQUAL("#sort = :sort0"),
        LESS("#sort < :sort0"),
        LESS_OR_EQUAL("#sort <= :sort0"),
        GREATER("#sort > :sort0"),
        GREATER_OR_EQUAL("#sort >= :sort0"),
        BEGINS("begins_with(#sort, :sort0)"),
        BETWEEN("#sort BETWEEN :sort0 AND :sort1");

        private final String expression;

        SortOperator(String expression) {
            this.expression = expression;
        }
    }

    /** Selects what a scan returns. */
    public ItemSelection scan() {
        keys();
        return new ItemSelection(index, null, filter, names, values, projection);
    }

    /**
     * Selects what a query of a partition returns.
     *
     * @param operator null for the whole partition
     * @param operands the values of the sort key, two for {@code BETWEEN}
     * @throws InvalidInputException if a value does not have the type of the key, or the index was not found
     */
    public ItemSelection query(String partition, @Nullable SortOperator operator, List<String> operands) {
        List<KeyAttribute> keys = keys();
        Map<String, String> allNames = new HashMap<>(names);
        Map<String, AttributeValue> allValues = new LinkedHashMap<>(values.attributes());
        allNames.put("#partition", keys.getFirst().name());
        allValues.put(":partition", value(keys.getFirst(), partition));
        String condition = "#partition = :partition";
        if (operator != null) {
            if (keys.size() < 2) {
                throw new InvalidInputException("no_sort_key", TEXT.get("select.no-sort", place()), TEXT.get("select.no-sort.remedy"));
            }
            allNames.put("#sort", keys.get(1).name());
            for (int i = 0; i < operands.size(); i++) {
                allValues.put(":sort" + i, value(keys.get(1), operands.get(i)));
            }
            condition += " AND " + operator.expression;
        }
        return new ItemSelection(index, condition, filter, allNames, Item.of(allValues), projection);
    }

    private List<KeyAttribute> keys() {
        if (index == null) {
            return table.keys();
        }
        return table.indexes().stream().filter(each -> each.name().equals(index)).findFirst().map(IndexDetails::keys)
                .orElseThrow(() -> new InvalidInputException("index_unknown", TEXT.get("select.no-index", table.name(), index),
                        TEXT.get("select.no-index.remedy", table.name())));
    }

    private String place() {
        return index == null ? table.name() : index;
    }

    private static AttributeValue value(KeyAttribute key, String text) {
        try {
            return switch (key.type()) {
                case "N" -> AttributeValue.fromN(new BigDecimal(text.strip()).toString());
                case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(text.strip())));
                default -> AttributeValue.fromS(text);
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "key_value", TEXT.get("select.value", text, key.name(), key.type()), TEXT.get("select.value.remedy"), e);
        }
    }
}
