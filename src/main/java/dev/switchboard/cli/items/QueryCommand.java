package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code items query}: reads items of one partition of a table or an index. */
@Command(name = "query")
final class QueryCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(QueryCommand.class);
    private static final long USUAL_LIMIT = 100;
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TABLE")
    private String table = "";

    @Option(names = "--pk", paramLabel = "V", required = true)
    private String partition = "";

    @Mixin
    private SortKeyOptions sort = new SortKeyOptions();

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Mixin
    private EntityOptions entity = new EntityOptions();

    @Option(names = "--desc")
    private boolean descending;

    @Option(names = "--strong")
    private boolean strong;

    @Option(names = "--limit", paramLabel = "N", converter = Converters.CountConverter.class)
    private @Nullable Long limit;

    @Option(names = "--all")
    private boolean all;

    @Mixin
    private CopyAsOption copy = new CopyAsOption();

    QueryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        if (all && limit != null) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), TEXT.get("range.limit-and-all"));
        }
        return invocation.run((session, progress) -> {
            TableDetails details = session.explorer().reader().table(table);
            ReadPlan plan = options.apply(ReadPlan.query(table, condition(details)))
                    .descending(descending)
                    .strong(strong)
                    .limited(all ? 0 : Objects.requireNonNullElse(limit, USUAL_LIMIT));
            if (copy.given()) {
                // The usual limit is for a terminal; what is copied reads all pages unless a limit was given.
                return copy.print(invocation, session, details, plan.limited(limit == null ? 0 : limit));
            }
            @Nullable EntityFilter filter = entity.filter(session, details);
            ItemPrinter printer = new ItemPrinter(invocation, details.keys().stream().map(KeyAttribute::name).toList(), filter);
            ReadSummary summary = printer.printing(
                    consumer -> session.explorer().reader().read(plan, ReadPosition.START, consumer, progress));
            if (!summary.complete()) {
                invocation.note(TEXT.get("query.more"));
            }
            if (filter != null) {
                invocation.note(TEXT.get("entity.summary", printer.printed(), filter.entity().name()));
            }
            invocation.note(TEXT.get("read.summary", summary.items(), summary.scanned(), summary.consumedReadCapacity()));
            return ExitStatus.DONE;
        });
    }

    private KeyCondition condition(TableDetails details) {
        List<KeyAttribute> keys = KeyConditions.keys(details, options.index());
        SortKeyOptions.Given given = sort.given(true);
        @Nullable KeyAttribute sortKey = keys.size() > 1 ? keys.get(1) : null;
        if (sortKey == null && given.operator() != null) {
            throw new InvalidInputException("no_sort_key", TEXT.get("query.no-sort-key", table), TEXT.get("query.no-sort-key.remedy"));
        }
        return new KeyCondition(
                keys.getFirst().name(),
                KeyConditions.value(keys.getFirst(), partition),
                sortKey == null ? null : sortKey.name(),
                sortKey == null ? null : condition(sortKey, given));
    }

    private static @Nullable SortCondition condition(KeyAttribute key, SortKeyOptions.Given given) {
        List<TypedValue> values = given.operands().stream().map(operand -> KeyConditions.value(key, operand)).toList();
        return switch (given.operator()) {
            case null -> null;
            case EQUAL -> new SortCondition.Compare(Comparison.EQUAL, values.getFirst());
            case LESS -> new SortCondition.Compare(Comparison.LESS, values.getFirst());
            case LESS_OR_EQUAL -> new SortCondition.Compare(Comparison.LESS_OR_EQUAL, values.getFirst());
            case GREATER -> new SortCondition.Compare(Comparison.GREATER, values.getFirst());
            case GREATER_OR_EQUAL -> new SortCondition.Compare(Comparison.GREATER_OR_EQUAL, values.getFirst());
            case BEGINS -> new SortCondition.BeginsWith(values.getFirst());
            case BETWEEN -> new SortCondition.Between(values.getFirst(), values.getLast());
        };
    }
}
