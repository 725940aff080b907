package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.partiql.Partiql;
import dev.switchboard.dynamodb.partiql.PartiqlStatement;
import dev.switchboard.dynamodb.partiql.StatementListener;
import dev.switchboard.dynamodb.partiql.StatementReport;
import dev.switchboard.dynamodb.partiql.StatementResult;
import dev.switchboard.dynamodb.partiql.StatementSplitter;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.Explorer;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items partiql}: runs PartiQL statements. */
@Command(name = "partiql")
final class PartiqlCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(PartiqlCommand.class);
    private final Invocation invocation;

    @Parameters(paramLabel = "STATEMENT")
    private String script = "";

    @Option(names = "--limit", paramLabel = "N", converter = Converters.CountConverter.class)
    private @Nullable Long limit;

    @Option(names = "--parameters", paramLabel = "JSON")
    private String parameters = "";

    @Option(names = "--batch")
    private boolean batch;

    PartiqlCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        List<PartiqlStatement> statements = StatementSplitter.split(script);
        if (statements.isEmpty()) {
            throw new InvalidInputException("partiql_empty", TEXT.get("partiql.empty"), TEXT.get("partiql.empty.remedy"));
        }
        List<TypedValue> values = Partiql.parameters(parameters);
        if (!values.isEmpty() && (batch || statements.size() > 1)) {
            throw new InvalidInputException("partiql_several", TEXT.get("partiql.several"), TEXT.get("partiql.several.remedy"));
        }
        return invocation.run((session, progress) -> {
            run(session.explorer(), statements, values, progress);
            return ExitStatus.DONE;
        });
    }

    private void run(Explorer explorer, List<PartiqlStatement> statements, List<TypedValue> values, Progress progress) {
        noteFullScans(explorer, statements);
        Partiql partiql = explorer.partiql();
        ResultPrinter results = new ResultPrinter(explorer, statements);
        if (statements.size() == 1 && !batch) {
            StatementResult result = partiql.run(
                    statements.getFirst(), values, limit == null ? 0 : limit, items -> results.items(0, items), progress);
            results.ended(0, result);
            return;
        }
        StatementReport report = batch
                ? partiql.batch(statements, results, progress)
                : partiql.runAll(statements, limit == null ? 0 : limit, results, progress);
        noteUnits(batch ? report.consumedReadCapacity() : 0, batch ? report.consumedWriteCapacity() : 0);
        @Nullable Failure failure = report.failure();
        if (failure != null) {
            throw failure;
        }
        invocation.note(report.summary());
    }

    /** Says what reads a whole table before it does; a batch cannot. */
    private void noteFullScans(Explorer explorer, List<PartiqlStatement> statements) {
        for (PartiqlStatement statement : batch ? List.<PartiqlStatement>of() : statements) {
            @Nullable ReadEstimate estimate = explorer.partiql().estimate(statement);
            if (estimate != null) {
                invocation.note(estimate.text());
            }
        }
    }

    private void noteUnits(double read, double write) {
        // DynamoDB Local reports no capacity for statements.
        if (read > 0) {
            invocation.note(TEXT.get("partiql.read-units", read));
        }
        if (write > 0) {
            invocation.note(TEXT.get("partiql.write-units", write));
        }
    }

    /** Prints the items and results of each statement as they arrive. */
    private final class ResultPrinter implements StatementListener {
        private final Explorer explorer;
        private final List<PartiqlStatement> statements;
        private @Nullable ItemPrinter items;

        ResultPrinter(Explorer explorer, List<PartiqlStatement> statements) {
            this.explorer = explorer;
            this.statements = statements;
        }

        @Override
        public void items(int statement, List<Item> page) {
            if (items == null) {
                items = new ItemPrinter(invocation, page.isEmpty() ? List.of() : keys(statements.get(statement)));
            }
            items.print(page);
        }

        private List<String> keys(PartiqlStatement statement) {
            @Nullable String table = invocation.json() ? null : Partiql.table(statement);
            return table == null ? List.of() : explorer.reader().table(table).keys().stream().map(KeyAttribute::name).toList();
        }

        @Override
        public void ended(int statement, StatementResult result) {
            if (items != null) {
                items.flush();
                items = null;
            }
            switch (result) {
                case StatementResult.Selected selected -> {
                    if (!selected.complete()) {
                        invocation.note(TEXT.get("partiql.more"));
                    }
                    invocation.note(TEXT.get("partiql.selected", selected.items(), selected.pages()));
                    noteUnits(selected.consumedReadCapacity(), 0);
                }
                case StatementResult.Written written -> {
                    PartiqlStatement run = statements.get(statement);
                    invocation.note(TEXT.get("partiql.written", run.kind().name(), String.valueOf(Partiql.table(run))));
                    noteUnits(0, written.consumedWriteCapacity());
                    invocation.note(TEXT.get("change.undo", written.change()));
                }
                case StatementResult.Failed(Failure failure) -> {
                    if (statements.size() > 1) {
                        invocation.note(TEXT.get("partiql.failed", statement + 1, failure.sentence()));
                    }
                }
                case StatementResult.NotRun _ -> invocation.note(TEXT.get("partiql.not-run", statement + 1));
            }
        }
    }
}
