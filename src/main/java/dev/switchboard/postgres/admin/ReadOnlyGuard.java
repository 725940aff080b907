package dev.switchboard.postgres.admin;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.postgres.sql.SqlScript;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets an operator's statements run in a locked environment if they only read. PostgreSQL's read-only transactions permit much that writes,
 * so several layers each refuse what they do not know, and the server decides wherever it can: a statement has one of a few forms; it mentions nothing
 * that may write; the server itself reads it as one query without data-modifying parts; where possible it runs as a role without the right to write; and the
 * caller's transaction is read-only and rolled back. Used for one transaction.
 */
final class ReadOnlyGuard {
    private static final Messages TEXT = Messages.of(ReadOnlyGuard.class);
    private static final Sql SCHEMAS = Sql.file("guard/schemas");
    private static final Sql SEARCH_PATH = Sql.file("guard/search_path");
    private static final Sql WRITING_OBJECTS = Sql.file("guard/writing_objects");
    private static final Sql READ_ROLE = Sql.file("guard/read_role");
    private static final String ASSUME_READ_ROLE = Sql.resource("sql/guard/assume_read_role.sql");

    /** A name in Unicode escapes can spell any other, so it would not be found in the text. */
    private static final Pattern ESCAPED_NAME = Pattern.compile("[uU]&\"");

    private final Transaction transaction;
    private final OperationRefusedException locked;
    private final WritingObjects objects;

    /**
     * Prepares the transaction. Nothing of the operator may have run in it before.
     *
     * @param locked why nothing may be written
     */
    ReadOnlyGuard(Transaction transaction, OperationRefusedException locked) {
        this.transaction = transaction;
        this.locked = locked;
        // Without pg_catalog, which then comes first, also in the driver's own queries about types.
        String schemas = transaction.query(SCHEMAS, Map.of()).stream()
                .filter(row -> !row.text("name").equals("pg_catalog"))
                .map(row -> '"' + row.text("name").replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
        // Only built-in functions and operators take part in what follows.
        transaction.query(SEARCH_PATH, Map.of("path", "pg_catalog"));
        objects = new WritingObjects(transaction.query(WRITING_OBJECTS, Map.of()));
        if (!transaction.query(READ_ROLE, Map.of()).isEmpty()) {
            transaction.execute("guard", ASSUME_READ_ROLE, 1);
        }
        transaction.query(SEARCH_PATH, Map.of("path", schemas));
    }

    /**
     * Runs a statement that passes all checks.
     *
     * @throws OperationRefusedException with the reason, if it is not known to only read
     */
    SqlResult run(SqlScript.Statement statement, String operation, int mostRows) {
        ReadingStatement reading = ReadingStatement.of(statement.text()).orElseThrow(() -> refusal(statement, TEXT.get("locked.form")));
        if (ESCAPED_NAME.matcher(statement.text()).find()) {
            throw refusal(statement, TEXT.get("locked.escaped"));
        }
        Optional<WritingObjects.WritingObject> writing = objects.mentionedIn(statement.text());
        if (writing.isPresent()) {
            throw refusal(statement, reason(writing.get()));
        }
        String query = reading.query();
        if (query != null) {
            confirmQuery(statement, query);
        }
        return transaction.execute(operation, reading.text(), mostRows);
    }

    private static String reason(WritingObjects.WritingObject writing) {
        return switch (writing.kind()) {
            case "operator" -> TEXT.get("locked.operator", writing.name());
            case "relation" -> TEXT.get("locked.relation", writing.name());
            case "type" -> TEXT.get("locked.type", writing.name());
            case "cast" -> TEXT.get("locked.cast", writing.name());
            default -> TEXT.get("locked.function", writing.name());
        };
    }

    /**
     * Lets the server read the query without running it: first alone, for an error in it, then in the place where its grammar accepts nothing but a
     * query that changes nothing.
     */
    private void confirmQuery(SqlScript.Statement statement, String query) {
        prepare(query);
        try {
            prepare("SELECT * FROM (" + query + "\n) AS statement");
        } catch (OperationFailedException e) {
            if (PostgresFailureExplainer.isRejectedStatement(e)) {
                throw refusal(statement, TEXT.get("locked.form"));
            }
            throw e;
        }
    }

    private void prepare(String query) {
        transaction.execute("guard", "PREPARE switchboard_guard AS " + query, 1);
        transaction.execute("guard", "DEALLOCATE switchboard_guard", 1);
    }

    private OperationRefusedException refusal(SqlScript.Statement statement, String reason) {
        String sentence = TEXT.get("locked", locked.sentence(), statement.number(), Integer.toString(statement.line()), reason);
        return new OperationRefusedException(sentence, locked.remedy());
    }
}
