package dev.switchboard.postgres.admin;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.postgres.sql.SqlScript;
import dev.switchboard.text.Messages;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may not be in a script of an operator, because it is for psql, transfers rows, or would end the transaction of the script. */
final class ScriptRules {
    private static final Messages TEXT = Messages.of(ScriptRules.class);

    /** Statements that would end the transaction of the script, so that its rest would not succeed or fail with it. */
    private static final Set<String> TRANSACTION_WORDS = Set.of("begin", "start", "commit", "end", "rollback", "abort", "prepare");

    /** PostgreSQL takes STDIN for STDOUT and the other way around. */
    private static final Pattern COPY =
            Pattern.compile("(?i)copy\\b.*\\b(from|to)\\s+(?:stdin|stdout)\\b.*", Pattern.DOTALL);

    private static final Pattern PSQL_COMMAND = Pattern.compile("\\\\(?:[a-zA-Z_]+|[^\\s\\\\]?)");
    private static final Pattern END_OF_QUERY = Pattern.compile("(g|gx|gdesc|gexec|gset|crosstabview|watch|bind|parse|sendpipeline)");

    private ScriptRules() {}

    /**
     * Refuses a statement that cannot be in a script.
     *
     * @throws InvalidInputException with what to do instead
     */
    static void check(SqlScript.Statement statement) {
        String syntax = SqlScript.syntax(statement.text());
        checkCopy(statement, syntax);
        checkPsql(statement, syntax);
        checkTransaction(statement);
    }

    private static void checkCopy(SqlScript.Statement statement, String syntax) {
        Matcher copy = COPY.matcher(withoutParentheses(syntax));
        if (copy.matches()) {
            boolean reads = copy.group(1).equalsIgnoreCase("from");
            String line = Integer.toString(statement.line());
            throw new InvalidInputException(
                    "sql_copy",
                    reads ? TEXT.get("run.copy-in", statement.number(), line) : TEXT.get("run.copy-out", statement.number(), line),
                    reads ? TEXT.get("run.copy-in.remedy") : TEXT.get("run.copy-out.remedy"));
        }
    }

    /** A list of columns or a query can contain these words as names. */
    private static String withoutParentheses(String syntax) {
        StringBuilder outside = new StringBuilder(syntax.length());
        int depth = 0;
        for (int i = 0; i < syntax.length(); i++) {
            char c = syntax.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            outside.append(depth == 0 && c != ')' ? c : ' ');
        }
        return outside.toString();
    }

    /** Outside of strings, names and comments, a backslash is never SQL. */
    private static void checkPsql(SqlScript.Statement statement, String syntax) {
        Matcher command = PSQL_COMMAND.matcher(syntax);
        if (!command.find()) {
            return;
        }
        int line = statement.line() + (int) statement.text().substring(0, command.start()).chars().filter(c -> c == '\n').count();
        String sentence = command.start() == 0
                ? TEXT.get("run.psql", statement.number(), Integer.toString(line), command.group())
                : TEXT.get("run.psql-inside", statement.number(), Integer.toString(line), command.group());
        throw new InvalidInputException("sql_psql_command", sentence, remedy(command.group().substring(1)));
    }

    private static String remedy(String command) {
        if (END_OF_QUERY.matcher(command).matches()) {
            return TEXT.get("run.psql.end.remedy");
        }
        return switch (command) {
            case "copy" -> TEXT.get("run.psql.copy.remedy");
            case "i", "ir", "include", "include_relative" -> TEXT.get("run.psql.include.remedy");
            case "c", "connect" -> TEXT.get("run.psql.connect.remedy");
            case "restrict", "unrestrict", "." -> TEXT.get("run.psql.dump.remedy");
            case "l", "list", "sf", "sv", "z" -> TEXT.get("run.psql.describe.remedy");
            default -> command.startsWith("d") ? TEXT.get("run.psql.describe.remedy") : TEXT.get("run.psql.remedy");
        };
    }

    private static void checkTransaction(SqlScript.Statement statement) {
        String word = ReadingStatement.firstWord(statement.text());
        String lower = statement.text().toLowerCase(Locale.ROOT);
        boolean prepared = word.equals("prepare") && !lower.matches("(?s)prepare\\s+transaction\\b.*");
        boolean savepoint = word.equals("rollback") && lower.matches("(?s)rollback\\s+(\\w+\\s+)?to\\b.*");
        if (TRANSACTION_WORDS.contains(word) && !prepared && !savepoint) {
            String line = Integer.toString(statement.line());
            String sentence = TEXT.get("run.transaction", statement.number(), line, word.toUpperCase(Locale.ROOT));
            throw new InvalidInputException("sql_transaction", sentence, TEXT.get("run.transaction.remedy"));
        }
    }
}
