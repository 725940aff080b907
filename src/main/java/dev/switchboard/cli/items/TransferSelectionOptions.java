package dev.switchboard.cli.items;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.dynamodb.scan.ItemSelector;
import dev.switchboard.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose which items of a table are exported or copied: without any, all. */
final class TransferSelectionOptions {
    @Option(names = "--index", paramLabel = "I")
    private @Nullable String index;

    @Option(names = "--pk", paramLabel = "V")
    private @Nullable String partition;

    @Mixin
    private SortKeyOptions sort = new SortKeyOptions();

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
        ItemSelector selector =
                new ItemSelector(table, index, filter, Placeholders.names(names), values == null ? Item.of(Map.of()) : Item.ofJson(values),
                        projection == null ? List.of() : projection);
        SortKeyOptions.Given given = sort.given(partition != null);
        return partition == null ? selector.scan() : selector.query(partition, given.operator(), given.operands());
    }
}
