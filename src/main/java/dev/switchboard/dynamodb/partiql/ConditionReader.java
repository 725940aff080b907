package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the condition after WHERE. What it does not know is skipped, because DynamoDB judges it. */
final class ConditionReader {
    private final TokenReader tokens;

    private ConditionReader(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** Reads up to RETURNING, ORDER BY, or the end. */
    static StatementCondition read(TokenReader tokens) {
        ConditionReader reader = new ConditionReader(tokens);
        StatementCondition condition = reader.any();
        if (!reader.atEnd()) {
            throw tokens.unexpected();
        }
        return condition;
    }

    private boolean atEnd() {
        return tokens.ended() || tokens.peeks("RETURNING") || tokens.peeks("ORDER");
    }

    private StatementCondition any() {
        List<StatementCondition> parts = several(this::all, "OR");
        return parts.size() == 1 ? parts.getFirst() : new StatementCondition.Any(parts);
    }

    private StatementCondition all() {
        List<StatementCondition> parts = several(this::one, "AND");
        return parts.size() == 1 ? parts.getFirst() : new StatementCondition.All(parts);
    }

    private List<StatementCondition> several(Supplier<StatementCondition> reader, String between) {
        List<StatementCondition> parts = new ArrayList<>();
        do {
            parts.add(reader.get());
        } while (tokens.takes(between));
        return parts;
    }

    private StatementCondition one() {
        int start = tokens.position();
        if (tokens.takesSymbol("(")) {
            StatementCondition inner = any();
            if (tokens.takesSymbol(")") && atBoundary()) {
                return inner;
            }
        } else {
            @Nullable StatementCondition known = known();
            if (known != null && atBoundary()) {
                return known;
            }
        }
        tokens.position(start);
        skip();
        return new StatementCondition.Other();
    }

    private boolean atBoundary() {
        return atEnd() || tokens.peeks("AND") || tokens.peeks("OR") || tokens.peeksSymbol(")");
    }

    private @Nullable StatementCondition known() {
        try {
            if (LiteralReader.begins(tokens)) {
                TypedValue value = LiteralReader.read(tokens);
                return tokens.takesSymbol("=") ? new StatementCondition.Equal(tokens.name(), value) : null;
            }
            String name = tokens.name();
            if (tokens.takesSymbol("=")) {
                return new StatementCondition.Equal(name, LiteralReader.read(tokens));
            }
            if (tokens.takes("IN")) {
                String end = tokens.takesSymbol("[") ? "]" : ")";
                if (end.equals(")")) {
                    tokens.expectSymbol("(");
                }
                LiteralReader.until(tokens, end);
                return new StatementCondition.In(name);
            }
            return null;
        } catch (InvalidInputException _) {
            return null;
        }
    }

    /** Skips a comparison; the AND of BETWEEN belongs to it. */
    private void skip() {
        int depth = 0;
        boolean between = false;
        while (!tokens.ended() && (depth > 0 || !atBoundary() || (between && tokens.peeks("AND")))) {
            PartiqlToken token = tokens.next();
            if (depth == 0) {
                between = token.is("BETWEEN") || (between && !token.is("AND"));
            }
            depth += switch (token.text()) {
                case "(", "[", "{" -> 1;
                case ")", "]", "}" -> -1;
                default -> 0;
            };
        }
    }
}
