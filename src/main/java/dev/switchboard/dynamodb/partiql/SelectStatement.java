package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a SELECT reads.
 *
 * @param table the table after FROM
 * @param index null for the table itself
 * @param filtered whether it has a WHERE clause
 */
record SelectStatement(String table, @Nullable String index, StatementCondition where, boolean filtered) {
    /** Returns what a statement reads; null if it is not a SELECT that this program understands. */
    static @Nullable SelectStatement of(PartiqlStatement statement, List<TypedValue> parameters) {
        TokenReader tokens = new TokenReader(statement.text(), parameters);
        if (!tokens.takes("SELECT")) {
            return null;
        }
        while (!tokens.ended() && !tokens.peeks("FROM")) {
            tokens.next();
        }
        PartiqlToken table = tokens.takes("FROM") ? tokens.peek() : null;
        if (table == null || !table.isName()) {
            return null;
        }
        tokens.next();
        @Nullable String index = null;
        if (tokens.takesSymbol(".")) {
            PartiqlToken name = tokens.peek();
            if (name == null || !name.isName()) {
                return null;
            }
            index = tokens.next().value();
        }
        while (!tokens.ended() && !tokens.peeks("WHERE")) {
            tokens.next();
        }
        boolean filtered = tokens.takes("WHERE");
        return new SelectStatement(table.value(), index, filtered ? where(tokens) : new StatementCondition.Other(), filtered);
    }

    private static StatementCondition where(TokenReader tokens) {
        try {
            return ConditionReader.read(tokens);
        } catch (InvalidInputException _) {
            // DynamoDB says what is wrong with it.
            return new StatementCondition.Other();
        }
    }
}
