package dev.switchboard.cli.items;

import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that a query and a scan share. */
final class ReadOptions {
    @Option(names = "--index", paramLabel = "I")
    private @Nullable String index;

    @Option(names = "--filter", paramLabel = "EXPR")
    private @Nullable String filter;

    @Option(names = "--names", paramLabel = "JSON")
    private @Nullable String names;

    @Option(names = "--values", paramLabel = "JSON")
    private @Nullable String values;

    @Option(names = "--project", paramLabel = "A,B…")
    private @Nullable String projection;

    /** The index to read; null for the table. */
    @Nullable
    String index() {
        return index;
    }

    /** Whether one of the options is given. */
    boolean given() {
        return index != null || filter != null || names != null || values != null || projection != null;
    }

    /**
     * Returns a plan with these options.
     *
     * @throws InvalidInputException if an expression is not valid
     */
    ReadPlan apply(ReadPlan plan) {
        Map<String, String> placeholders = Placeholders.names(names);
        ReadPlan applied = plan.on(index);
        if (filter != null) {
            Map<String, TypedValue> literals = values == null ? Map.of() : TypedItems.values(Item.ofJson(values)).values();
            applied = applied.filtered(ExpressionParser.parse(filter, placeholders, literals));
        }
        return projection == null ? applied : applied.projected(ExpressionParser.parsePaths(projection, placeholders));
    }
}
