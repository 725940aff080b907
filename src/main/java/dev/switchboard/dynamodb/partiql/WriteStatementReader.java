package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.partiql.PartiqlToken.Kind;
import dev.switchboard.dynamodb.partiql.UpdateOperand.Assignment;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads statements that write, completely, because the item that they leave is recorded before they run. */
final class WriteStatementReader {
    private static final List<String> FUNCTIONS = List.of("list_append", "set_add", "set_delete");
    private final TokenReader tokens;

    private WriteStatementReader(TokenReader tokens) {
        this.tokens = tokens;
    }

    /**
     * Returns what a statement changes.
     *
     * @throws InvalidInputException if it is not valid, or has an expression whose result cannot be known before
     */
    static WriteStatement read(PartiqlStatement statement, List<TypedValue> parameters) {
        WriteStatementReader reader = new WriteStatementReader(new TokenReader(statement.text(), parameters));
        return switch (statement.kind()) {
            case INSERT -> reader.insert();
            case UPDATE -> reader.update();
            case DELETE -> reader.delete();
            case SELECT, OTHER -> throw new IllegalArgumentException("not a write: " + statement.kind());
        };
    }

    /** Returns the table that a statement writes, even if the statement is not valid behind it; null if it is not valid before. */
    static @Nullable String table(PartiqlStatement statement) {
        TokenReader tokens = new TokenReader(statement.text(), List.of());
        tokens.next();
        boolean named = switch (statement.kind()) {
            case INSERT -> tokens.takes("INTO");
            case DELETE -> tokens.takes("FROM");
            default -> true;
        };
        PartiqlToken name = tokens.peek();
        return named && name != null && name.isName() ? name.value() : null;
    }

    private WriteStatement insert() {
        tokens.expect("INSERT");
        tokens.expect("INTO");
        String table = tokens.name();
        tokens.expect("VALUE");
        if (!(LiteralReader.read(tokens) instanceof TypedValue.Members item) || !tokens.ended()) {
            throw tokens.unexpected();
        }
        return new WriteStatement.Insert(table, item);
    }

    private WriteStatement delete() {
        tokens.expect("DELETE");
        tokens.expect("FROM");
        String table = tokens.name();
        tokens.expect("WHERE");
        StatementCondition where = ConditionReader.read(tokens);
        return new WriteStatement.Delete(table, where, tokens.previousEnd());
    }

    private WriteStatement update() {
        tokens.expect("UPDATE");
        String table = tokens.name();
        List<Assignment> assignments = new ArrayList<>();
        List<AttributePath> removals = new ArrayList<>();
        while (!tokens.takes("WHERE")) {
            if (tokens.takes("SET")) {
                do {
                    AttributePath path = path();
                    tokens.expectSymbol("=");
                    assignments.add(new Assignment(path, operand()));
                } while (tokens.takesSymbol(","));
            } else if (tokens.takes("REMOVE")) {
                do {
                    removals.add(path());
                } while (tokens.takesSymbol(","));
            } else {
                throw tokens.expected("WHERE");
            }
        }
        StatementCondition where = ConditionReader.read(tokens);
        return new WriteStatement.Update(table, assignments, removals, where, tokens.previousEnd(), !tokens.ended());
    }

    private UpdateOperand operand() {
        UpdateOperand left = simple();
        while (tokens.peeksSymbol("+") || tokens.peeksSymbol("-")) {
            boolean minus = tokens.next().isSymbol("-");
            left = new UpdateOperand.Sum(left, simple(), minus);
        }
        return left;
    }

    private UpdateOperand simple() {
        if (LiteralReader.begins(tokens)) {
            return new UpdateOperand.Value(LiteralReader.read(tokens));
        }
        if (tokens.takesSymbol("(")) {
            UpdateOperand inner = operand();
            tokens.expectSymbol(")");
            return inner;
        }
        int start = tokens.position();
        String function = tokens.name().toLowerCase(Locale.ROOT);
        if (tokens.takesSymbol("(")) {
            if (!FUNCTIONS.contains(function)) {
                tokens.position(start);
                throw tokens.unexpected();
            }
            UpdateOperand left = operand();
            tokens.expectSymbol(",");
            UpdateOperand right = operand();
            tokens.expectSymbol(")");
            return new UpdateOperand.Function(function, left, right);
        }
        tokens.position(start);
        return new UpdateOperand.Path(path());
    }

    private AttributePath path() {
        String attribute = tokens.name();
        List<AttributePath.Step> steps = new ArrayList<>();
        while (true) {
            if (tokens.takesSymbol(".")) {
                steps.add(new AttributePath.Member(tokens.name()));
            } else if (tokens.takesSymbol("[")) {
                steps.add(step());
                tokens.expectSymbol("]");
            } else {
                return new AttributePath(attribute, steps);
            }
        }
    }

    private AttributePath.Step step() {
        PartiqlToken token = tokens.peek();
        if (token != null && token.kind() == Kind.STRING && token.closed()) {
            return new AttributePath.Member(tokens.next().value());
        }
        if (token == null || token.kind() != Kind.NUMBER || !token.text().matches("[0-9]{1,6}")) {
            throw tokens.unexpected();
        }
        return new AttributePath.Element(Integer.parseInt(tokens.next().text()));
    }
}
