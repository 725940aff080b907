package dev.switchboard.dynamodb.partiql;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs PartiQL statements: one, several one by one, or a batch. Thread-safe; each call blocks. */
public final class Partiql {
    /** Parameters as they are entered. */
    public static final String PARAMETERS_EXAMPLE = "[{\"S\":\"text\"},{\"N\":\"1\"}]";

    private static final Messages TEXT = Messages.of(Partiql.class);
    private final AwsClients clients;
    private final PartiqlReader reader;
    private final PartiqlWriter writer;

    public Partiql(AwsClients clients, PlanReader plans) {
        this.clients = clients;
        reader = new PartiqlReader(clients, plans);
        writer = new PartiqlWriter(clients);
    }

    /**
     * Returns the values of parameters.
     *
     * @param json a JSON array of values in DynamoDB JSON, such as {@code [{"S":"text"},{"N":"1"}]}; blank for none
     * @throws InvalidInputException if it is not
     */
    public static List<TypedValue> parameters(String json) {
        if (json.isBlank()) {
            return List.of();
        }
        try {
            Item item = Item.ofJson("{\"values\":{\"L\":" + json + "}}");
            if (item.names().size() == 1 && TypedItems.value(item, "values") instanceof TypedValue.Elements(List<TypedValue> values)) {
                return values;
            }
        } catch (InvalidInputException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    private static InvalidInputException malformed(@Nullable InvalidInputException cause) {
        return new InvalidInputException("partiql_parameters", TEXT.get("partiql.parameters.malformed"),
                TEXT.get("partiql.parameters.malformed.remedy", PARAMETERS_EXAMPLE), cause);
    }

    /** Returns the table that a statement is about; null if that is not known. */
    public static @Nullable String table(PartiqlStatement statement) {
        if (!statement.kind().writes()) {
            @Nullable SelectStatement select = SelectStatement.of(statement, List.of());
            return select == null ? null : select.table();
        }
        return WriteStatementReader.table(statement);
    }

    /**
     * Estimates the cost of a statement before it runs.
     *
     * @return null unless it is a SELECT that reads a whole table or index, because it has no equality on the partition key
     * @throws InvalidInputException if the table or the index does not exist
     */
    public @Nullable ReadEstimate estimate(PartiqlStatement statement) {
        return reader.estimate(statement);
    }

    /**
     * Runs one statement. One that writes is a change in the journal, which can be undone, and needs an unlocked environment.
     *
     * @param parameters the values of its question marks
     * @param limit the maximum number of items that a SELECT returns; 0 for all
     * @param items receives the items as they arrive, one response at a time
     * @throws InvalidInputException if the statement is not valid; nothing was sent
     * @throws dev.switchboard.failure.OperationRefusedException if it writes and the environment is locked
     * @throws OperationCancelledException if canceled, with the number of items read
     */
    public StatementResult run(
            PartiqlStatement statement, List<TypedValue> parameters, long limit, Consumer<List<Item>> items, Progress progress) {
        return run(statement, parameters, limit, items, new PartiqlRates(clients), progress);
    }

    private StatementResult run(
            PartiqlStatement statement, List<TypedValue> parameters, long limit, Consumer<List<Item>> items, PartiqlRates rates,
            Progress progress) {
        check(statement, parameters);
        if (!statement.kind().writes()) {
            return reader.read(statement, parameters, limit, items, progress);
        }
        StatementResult.Written written = writer.write(statement, parameters, rates, progress);
        items.accept(written.returned());
        return written;
    }

    /**
     * Runs statements one by one, up to the first that fails.
     *
     * @param limit the maximum number of items that each SELECT returns; 0 for all
     * @throws OperationCancelledException if canceled; the listener was told what became of each statement
     */
    public StatementReport runAll(List<PartiqlStatement> statements, long limit, StatementListener listener, Progress progress) {
        List<StatementResult> results = new ArrayList<>();
        PartiqlRates rates = new PartiqlRates(clients);
        @Nullable OperationCancelledException canceled = null;
        boolean failed = false;
        for (int i = 0; i < statements.size(); i++) {
            int number = i;
            StatementResult result;
            if (failed) {
                result = new StatementResult.NotRun();
            } else {
                try {
                    result = run(statements.get(i), List.of(), limit, items -> listener.items(number, items), rates, progress);
                } catch (OperationCancelledException e) {
                    canceled = e;
                    result = new StatementResult.Failed(e);
                } catch (RuntimeException e) {
                    result = new StatementResult.Failed(StatementErrors.of(e));
                }
                failed = result instanceof StatementResult.Failed;
            }
            results.add(result);
            listener.ended(i, result);
        }
        if (canceled != null) {
            throw canceled;
        }
        return StatementReport.of(results);
    }

    /**
     * Runs statements in requests of up to {@value BatchRequest#MOST_STATEMENTS}; all read single items, or all write. The batch is not
     * atomic: each statement has its own result.
     *
     * @throws InvalidInputException if a statement is not valid, some read and others write, or two write the same item; nothing was sent
     * @throws dev.switchboard.failure.OperationRefusedException if they write and the environment is locked
     */
    public StatementReport batch(List<PartiqlStatement> statements, StatementListener listener, Progress progress) {
        statements.forEach(statement -> check(statement, List.of()));
        if (statements.isEmpty()) {
            return StatementReport.of(List.of());
        }
        return new PartiqlBatch(clients, statements, listener, progress).run();
    }

    private static void check(PartiqlStatement statement, List<TypedValue> parameters) {
        if (statement.kind() == StatementKind.OTHER) {
            throw new InvalidInputException("partiql_kind", TEXT.get("partiql.kind"), TEXT.get("partiql.kind.remedy"));
        }
        int length = statement.text().length();
        if (length > PartiqlStatement.MOST_CHARACTERS) {
            throw new InvalidInputException("partiql_long", TEXT.get("partiql.long", length, PartiqlStatement.MOST_CHARACTERS),
                    TEXT.get("partiql.long.remedy"));
        }
        int marks = new TokenReader(statement.text(), List.of()).parameterCount();
        if (marks != parameters.size()) {
            throw new InvalidInputException("partiql_parameters", TEXT.get("partiql.parameters", marks, parameters.size()),
                    TEXT.get("partiql.parameters.remedy"));
        }
    }
}
