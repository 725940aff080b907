package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.postgres.sql.SqlScript;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import dev.switchboard.text.SecretMasker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Runs a SQL script of an operator. All its statements form one transaction, which succeeds or fails as a whole. While the write lock
 * is closed, the server rejects statements that write.
 */
public final class SqlRunner {
    /** The maximum number of rows read of a result; a result states whether there are more. */
    public static final int MOST_ROWS = 1_000;

    private static final Messages TEXT = Messages.of(SqlRunner.class);
    private static final Sql GUARD = Sql.file("setup/read_only_guard");

    /** Statements that would end the transaction of the script, so that the rest would run outside it and bypass the lock. */
    private static final Set<String> TRANSACTION_WORDS = Set.of("begin", "start", "commit", "end", "rollback", "abort", "prepare");

    /** First words of statements that read, unless the server reports that they write. */
    private static final Set<String> READING_WORDS = Set.of("select", "show", "explain", "values", "table", "with");

    private static final int LONGEST_NOTED = 20_000;
    private final Database database;

    public SqlRunner(Database database) {
        this.database = database;
    }

    /**
     * Runs each statement of a script and stops at the first failure.
     *
     * @throws InvalidInputException if there is no statement, or one that is not allowed in a script
     * @throws OperationFailedException with the number and line of the statement, and the error of the server; the script was rolled back
     */
    public List<SqlResult> run(String script, Progress progress) {
        List<SqlScript.Statement> statements = SqlScript.statements(script);
        if (statements.isEmpty()) {
            throw new InvalidInputException("sql_blank", TEXT.get("run.blank"), TEXT.get("run.blank.remedy"));
        }
        statements.forEach(SqlRunner::refuse);
        if (!database.permits().isUnlocked() || READING_WORDS.containsAll(words(statements))) {
            try {
                return database.inTransaction(transaction -> run(transaction, statements, progress));
            } catch (Failure e) {
                if (!database.permits().isUnlocked() || !PostgresFailureExplainer.isReadOnly(e)) {
                    throw e;
                }
                // The statement writes after all, for example through a function. It was rolled back, and runs again as a change.
            }
        }
        Intent intent = Intent.event("db run", TEXT.get("journal.script", journalText(script)), TEXT.get("journal.sql.undo"));
        return database.changing(
                intent, List.of(), transaction -> run(transaction, statements, progress),
                results -> TEXT.get("journal.ran", results.size()));
    }

    /** Returns the script for the journal, without secrets. */
    private static String journalText(String script) {
        String masked = SecretMasker.sql(script.strip());
        return masked.length() <= LONGEST_NOTED ? masked : masked.substring(0, LONGEST_NOTED) + " …";
    }

    private static List<String> words(List<SqlScript.Statement> statements) {
        return statements.stream().map(statement -> firstWord(statement.text())).toList();
    }

    private static List<SqlResult> run(Transaction transaction, List<SqlScript.Statement> statements, Progress progress) {
        List<SqlResult> results = new ArrayList<>();
        for (SqlScript.Statement statement : statements) {
            progress.stopIfCancelled();
            progress.step(TEXT.get("run.step", statement.number(), statements.size()));
            results.add(run(transaction, statement));
            progress.advance(statement.number(), statements.size());
        }
        return results;
    }

    private static SqlResult run(Transaction transaction, SqlScript.Statement statement) {
        if (transaction.isReadOnly()) {
            guard(transaction, statement);
        }
        try {
            return transaction.execute(firstWord(statement.text()).toUpperCase(Locale.ROOT), statement.text(), MOST_ROWS);
        } catch (OperationRefusedException | OperationCancelledException e) {
            throw e;
        } catch (Failure e) {
            Failure shown = StatementFailures.withoutSecrets(statement.text(), e);
            String sentence = TEXT.get("run.failed", statement.number(), Integer.toString(statement.line()), shown.sentence());
            throw new OperationFailedException(sentence, shown.remedy(), shown);
        }
    }

    /**
     * Checks the string syntax, which also prevents a later SET TRANSACTION READ WRITE: it is only possible before the first query. If strings
     * are parsed differently than when the script was split, one statement could hide several.
     */
    private static void guard(Transaction transaction, SqlScript.Statement statement) {
        if (!transaction.query(GUARD, Map.of()).getFirst().flag("plain_strings")) {
            String sentence = TEXT.get("run.several", statement.number(), Integer.toString(statement.line()));
            throw new InvalidInputException("sql_several", sentence, TEXT.get("run.several.remedy"));
        }
    }

    private static void refuse(SqlScript.Statement statement) {
        if (statement.text().startsWith("\\")) {
            String sentence = TEXT.get("run.psql", statement.number(), Integer.toString(statement.line()));
            throw new InvalidInputException("sql_psql_command", sentence, TEXT.get("run.psql.remedy"));
        }
        String word = firstWord(statement.text());
        String lower = statement.text().toLowerCase(Locale.ROOT);
        boolean prepared = word.equals("prepare") && !lower.matches("(?s)prepare\\s+transaction\\b.*");
        boolean savepoint = word.equals("rollback") && lower.matches("(?s)rollback\\s+(\\w+\\s+)?to\\b.*");
        if (TRANSACTION_WORDS.contains(word) && !prepared && !savepoint) {
            String line = Integer.toString(statement.line());
            String sentence = TEXT.get("run.transaction", statement.number(), line, word.toUpperCase(Locale.ROOT));
            throw new InvalidInputException("sql_transaction", sentence, TEXT.get("run.transaction.remedy"));
        }
    }

    private static String firstWord(String statement) {
        int end = 0;
        while (end < statement.length() && Character.isLetter(statement.charAt(end))) {
            end++;
        }
        return statement.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
