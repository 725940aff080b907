package dev.switchboard.cli.tables;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.explorer.compare.ItemComparator;
import dev.switchboard.explorer.compare.ItemComparison;
import dev.switchboard.explorer.definition.TableComparison;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.text.Messages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tables compare}: compares the definitions of two tables, also of two environments. */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(CompareCommand.class);
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--with", paramLabel = "NAME")
    private @Nullable String with;

    @Option(names = "--with-env", paramLabel = "dev|prd", converter = Converters.EnvironmentConverter.class)
    private @Nullable Environment withEnvironment;

    @Option(names = "--with-endpoint", paramLabel = "URL", converter = Converters.EndpointConverter.class)
    private @Nullable URI withEndpoint;

    @Option(names = "--items")
    private boolean items;

    CompareCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        Map<Setting, String> settings =
                withEndpoint == null ? Map.of() : Map.of(Setting.DYNAMODB_ENDPOINT, withEndpoint.toString());
        return invocation.run(withEnvironment, settings, (session, other, progress) -> {
            String otherName = with == null ? name : with;
            TableSpecification left = specification(session, name);
            TableSpecification right = specification(other, otherName);
            List<TableComparison.Difference> differences = TableComparison.of(left, right);
            List<String> notCompared = TableComparison.notCompared(left, right);
            @Nullable ItemComparison found = items ? compareItems(session, other, otherName, progress) : null;
            print(differences, notCompared, found, otherName);
            return differences.isEmpty() && (found == null || found.isEqual()) ? ExitStatus.DONE : ExitStatus.FINDINGS;
        });
    }

    private ItemComparison compareItems(Session session, Session other, String otherName, Progress progress) {
        note(session, name);
        note(other, otherName);
        return ItemComparator.compare(session.explorer().reader(), name, other.explorer().reader(), otherName, progress);
    }

    private void note(Session session, String table) {
        @Nullable ReadEstimate estimate = session.environment().policy().costShownFirst()
                ? session.explorer().reader().estimate(ReadPlan.scan(table))
                : null;
        if (estimate != null) {
            invocation.note(estimate.text());
        }
    }

    private static TableSpecification specification(Session session, String table) {
        return TableSpecification.of(session.tables().describe(table), session.tables().settings(table));
    }

    private void print(List<TableComparison.Difference> differences, List<String> notCompared, @Nullable ItemComparison found,
            String otherName) {
        if (invocation.json()) {
            Map<String, @Nullable Object> document = Json.object(
                    "differences", differences.stream()
                            .map(difference -> Json.object(
                                    "property", difference.property(), "left", difference.left(), "right", difference.right()))
                            .toList(),
                    "notCompared", notCompared);
            if (found != null) {
                document.put("items", ItemComparisonFormatter.json(found));
            }
            invocation.print(document);
            return;
        }
        if (differences.isEmpty()) {
            invocation.print(TEXT.get("tables.compare.same", name, otherName));
        } else {
            TextTable table = new TextTable("PROPERTY", "LEFT", "RIGHT");
            differences.forEach(difference -> table.row(
                    difference.property(), Objects.requireNonNullElse(difference.left(), "-"),
                    Objects.requireNonNullElse(difference.right(), "-")));
            invocation.print(table);
        }
        if (found != null) {
            ItemComparisonFormatter.lines(found).forEach(invocation::print);
        }
        if (!notCompared.isEmpty()) {
            invocation.note(TEXT.get("tables.compare.unknown", String.join(", ", notCompared)));
        }
    }
}
