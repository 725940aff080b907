package dev.switchboard.cli.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.dynamodb.scan.ItemSelector;
import dev.switchboard.dynamodb.scan.ItemSelector.SortOperator;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose which items of a table are exported or copied: without any, all. */
final class TransferSelectionOptions {
    private static final Messages TEXT = Messages.of(TransferSelectionOptions.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--index", paramLabel = "I")
    private @Nullable String index;

    @Option(names = "--pk", paramLabel = "V")
    private @Nullable String partition;

    @Option(names = "--sk-eq", paramLabel = "V")
    private @Nullable String equal;

    @Option(names = "--sk-lt", paramLabel = "V")
    private @Nullable String less;

    @Option(names = "--sk-le", paramLabel = "V")
    private @Nullable String lessOrEqual;

    @Option(names = "--sk-gt", paramLabel = "V")
    private @Nullable String greater;

    @Option(names = "--sk-ge", paramLabel = "V")
    private @Nullable String greaterOrEqual;

    @Option(names = "--sk-begins", paramLabel = "V")
    private @Nullable String begins;

    @Option(names = "--sk-between", paramLabel = "A B", arity = "2", hideParamSyntax = true)
    private @Nullable List<String> between;

    @Option(names = "--filter", paramLabel = "EXPR")
    private @Nullable String filter;

    @Option(names = "--names", paramLabel = "JSON")
    private @Nullable String names;

    @Option(names = "--values", paramLabel = "JSON")
    private @Nullable String values;

    @Option(names = "--project", paramLabel = "A,B…", split = ",")
    private @Nullable List<String> projection;

    /**
     * Returns the selection.
     *
     * @throws InvalidInputException if an option is not valid for the table
     */
    ItemSelection selection(TableDetails table) {
        ItemSelector selector = new ItemSelector(table, index, filter, names(), values == null ? Item.of(Map.of()) : Item.ofJson(values),
                projection == null ? List.of() : projection);
        Map<SortOperator, List<String>> sorts = sorts();
        if (sorts.size() > 1 || (!sorts.isEmpty() && partition == null)) {
            throw new InvalidInputException("sort_conditions", TEXT.get("select.sort"), TEXT.get("select.sort.remedy"));
        }
        if (partition == null) {
            return selector.scan();
        }
        @Nullable SortOperator operator = sorts.isEmpty() ? null : sorts.keySet().iterator().next();
        return selector.query(partition, operator, operator == null ? List.of() : sorts.getOrDefault(operator, List.of()));
    }

    private Map<SortOperator, List<String>> sorts() {
        Map<SortOperator, List<String>> sorts = new EnumMap<>(SortOperator.class);
        add(sorts, SortOperator.EQUAL, equal);
        add(sorts, SortOperator.LESS, less);
        add(sorts, SortOperator.LESS_OR_EQUAL, lessOrEqual);
        add(sorts, SortOperator.GREATER, greater);
        add(sorts, SortOperator.GREATER_OR_EQUAL, greaterOrEqual);
        add(sorts, SortOperator.BEGINS, begins);
        if (between != null) {
            sorts.put(SortOperator.BETWEEN, between);
        }
        return sorts;
    }

    private static void add(Map<SortOperator, List<String>> sorts, SortOperator operator, @Nullable String operand) {
        if (operand != null) {
            sorts.put(operator, List.of(operand));
        }
    }

    private Map<String, String> names() {
        if (names == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(names, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("names_malformed", TEXT.get("select.names"), TEXT.get("select.names.remedy"), e);
        }
    }
}
