package dev.switchboard.cli.tables;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.explorer.cost.TableCostEstimator;
import dev.switchboard.explorer.definition.TableCopies;
import dev.switchboard.explorer.definition.TableFormat;
import dev.switchboard.explorer.definition.TableText;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code tables describe}: shows a table, or prints it for another tool. */
@Command(name = "describe")
final class DescribeCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(DescribeCommand.class);
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--as", paramLabel = "cli|cloudformation|terraform|workbench", converter = FormatConverter.class)
    private @Nullable TableFormat format;

    /** Converts the name of a format. */
    static final class FormatConverter implements ITypeConverter<TableFormat> {
        @Override
        public TableFormat convert(String value) {
            return Arrays.stream(TableFormat.values()).filter(format -> format.code().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(TEXT.get("tables.describe.format", Quote.of(value))));
        }
    }

    DescribeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        return invocation.run((session, progress) -> {
            TableDetails table = session.tables().describe(name);
            TableSettings settings = session.tables().settings(name);
            return format == null ? show(session, table, settings) : copy(session, TableSpecification.of(table, settings), format);
        });
    }

    private int show(Session session, TableDetails table, TableSettings settings) {
        if (invocation.json()) {
            Map<String, @Nullable Object> details = TableFormatter.details(table);
            TableSettingsFormatter.add(details, settings);
            details.put("estimatedMonthlyCost", TableFormatter.cost(TableCostEstimator.of(table, settings.tableClass())));
            invocation.print(details);
        } else {
            TableFormatter.lines(table, settings).forEach(invocation::print);
        }
        TableSettingsFormatter.unknown(settings).forEach(invocation::note);
        if (session.environment().policy().confirmsDestruction()) {
            TableFormatter.suggestions(table).forEach(invocation::note);
        }
        return ExitStatus.DONE;
    }

    private int copy(Session session, TableSpecification table, TableFormat as) {
        TableText text = TableCopies.of(table, as, session.explorer().clientSettings());
        if (invocation.json()) {
            invocation.print(Json.object("as", as.code(), "text", text.text(), "notIncluded", text.notIncluded()));
        } else if (!invocation.printExact(text.text())) {
            throw new OperationFailedException(TEXT.get("copy-as.unprintable"), TEXT.get("tables.describe.unprintable.remedy"));
        }
        if (!text.notIncluded().isEmpty()) {
            invocation.note(TEXT.get("tables.describe.not-included", String.join(", ", text.notIncluded())));
        }
        if (!text.unknown().isEmpty()) {
            invocation.note(TEXT.get("table.denied", String.join(", ", text.unknown())));
        }
        return ExitStatus.DONE;
    }
}
