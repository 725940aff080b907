package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.SqlNotices;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.postgres.sql.SqlScript;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a SQL script of an operator. All its statements form one transaction, which succeeds or fails as a whole. In a locked environment it
 * runs under a {@link ReadOnlyGuard}. In an unlocked one it is in the journal before it runs, whatever it is, because no text tells whether
 * it writes.
 */
public final class SqlRunner {
    /** The maximum number of rows read of a result; a result states whether there are more. */
    public static final int MOST_ROWS = 1_000;

    private static final Messages TEXT = Messages.of(SqlRunner.class);

    private static final int LONGEST_NOTED = 20_000;
    private final Database database;

    public SqlRunner(Database database) {
        this.database = database;
    }

    /** Runs one statement of a script. */
    private interface Executor {
        SqlResult run(SqlScript.Statement statement, String operation);
    }

    /**
     * Runs each statement of a script once and stops at the first failure.
     *
     * @throws InvalidInputException if there is no statement, or one that is not allowed in a script
     * @throws OperationRefusedException if the environment is locked and a statement is not known to only read
     * @throws OperationFailedException with the number and line of the statement, and the error of the server; the script was rolled back
     */
    public List<SqlResult> run(String script, Progress progress) {
        return run(script, progress, notices -> {});
    }

    /**
     * Likewise, and reports what the server said if the script fails.
     *
     * @param failed called before the exception is thrown, with the notices of all statements, up to the one that failed
     */
    public List<SqlResult> run(String script, Progress progress, Consumer<SqlNotices> failed) {
        return runReporting(script, progress, failure -> failed.accept(failure.notices()));
    }

    /**
     * Likewise, and reports where the script failed.
     *
     * @param failed called before the exception is thrown
     */
    public List<SqlResult> runReporting(String script, Progress progress, Consumer<ScriptFailure> failed) {
        List<SqlScript.Statement> statements = SqlScript.statements(script);
        if (statements.isEmpty()) {
            throw new InvalidInputException("sql_blank", TEXT.get("run.blank"), TEXT.get("run.blank.remedy"));
        }
        statements.forEach(ScriptRules::check);
        @Nullable OperationRefusedException locked = database.permits().refusal("db run");
        if (locked != null) {
            return database.inIsolatedTransaction(transaction -> {
                ReadOnlyGuard guard = new ReadOnlyGuard(transaction, locked);
                return new ScriptRun(transaction, failed)
                        .run((statement, operation) -> guard.run(statement, operation, MOST_ROWS), statements, progress);
            });
        }
        Intent intent = Intent.event("db run", TEXT.get("journal.script", journalText(script)), TEXT.get("journal.sql.undo"));
        return database.changingIsolated(
                intent,
                transaction -> new ScriptRun(transaction, failed).run(
                        (statement, operation) -> transaction.execute(operation, statement.text(), MOST_ROWS), statements, progress),
                results -> TEXT.get("journal.ran", results.size()));
    }

    /** Returns the script for the journal, without secrets. */
    private static String journalText(String script) {
        String masked = SecretMasker.sql(script.strip());
        return masked.length() <= LONGEST_NOTED ? masked : masked.substring(0, LONGEST_NOTED) + " …";
    }

    /**
     * Runs the statements of a script in a transaction.
     *
     * @param failed receives what is known if one of them fails
     */
    private record ScriptRun(Transaction transaction, Consumer<ScriptFailure> failed) {
        List<SqlResult> run(Executor executor, List<SqlScript.Statement> statements, Progress progress) {
            List<SqlResult> results = new ArrayList<>();
            for (SqlScript.Statement statement : statements) {
                progress.stopIfCancelled();
                progress.step(TEXT.get("run.step", statement.number(), statements.size()));
                try {
                    results.add(SqlRunner.run(executor, statement));
                } catch (Failure e) {
                    List<SqlNotices> said = new ArrayList<>(results.stream().map(SqlResult::notices).toList());
                    said.add(transaction.lastNotices());
                    failed.accept(ScriptFailure.of(SqlNotices.joined(said), statement, e));
                    throw e;
                }
                progress.advance(statement.number(), statements.size());
            }
            return results;
        }
    }

    private static SqlResult run(Executor executor, SqlScript.Statement statement) {
        try {
            return executor.run(statement, ReadingStatement.firstWord(statement.text()).toUpperCase(Locale.ROOT));
        } catch (OperationRefusedException | OperationCancelledException e) {
            throw e;
        } catch (Failure e) {
            Failure shown = StatementFailures.withoutSecrets(statement.text(), e);
            String sentence = TEXT.get("run.failed", statement.number(), Integer.toString(statement.line()), shown.sentence());
            throw new OperationFailedException(sentence, shown.remedy(), shown);
        }
    }
}
