package dev.switchboard.cli.items;

import dev.switchboard.dynamodb.scan.ItemSelector.SortOperator;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for a condition on the sort key, of which one can be given. */
final class SortKeyOptions {
    private static final Messages TEXT = Messages.of(SortKeyOptions.class);

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

    /**
     * The condition that was given.
     *
     * @param operator null if none was
     * @param operands one text, or two for BETWEEN
     */
    record Given(@Nullable SortOperator operator, List<String> operands) {}

    /**
     * Returns the condition.
     *
     * @param hasPartition whether a partition is given, without which there is no condition on the sort key
     * @throws InvalidInputException if several conditions are given, or one without a partition
     */
    Given given(boolean hasPartition) {
        Map<SortOperator, List<String>> sorts = sorts();
        if (sorts.size() > 1 || (!sorts.isEmpty() && !hasPartition)) {
            throw new InvalidInputException("sort_conditions", TEXT.get("select.sort"), TEXT.get("select.sort.remedy"));
        }
        return sorts.entrySet().stream().findFirst().map(entry -> new Given(entry.getKey(), entry.getValue()))
                .orElse(new Given(null, List.of()));
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
}
