package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.partiql.PartiqlToken.Kind;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a statement from left to right. Not thread-safe. */
final class TokenReader {
    private static final Messages TEXT = Messages.of(TokenReader.class);
    private final List<PartiqlToken> tokens;
    private final int length;
    private final List<TypedValue> parameters;
    private int at;

    /** @param parameters the values of the question marks; those that are missing are read as null */
    TokenReader(String statement, List<TypedValue> parameters) {
        tokens = PartiqlLexer.tokens(statement).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
        length = statement.length();
        this.parameters = parameters;
    }

    int position() {
        return at;
    }

    void position(int former) {
        at = former;
    }

    /** The offset in the text of the next token, or of the end of the last one. */
    int previousEnd() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    boolean ended() {
        return at >= tokens.size();
    }

    /** The next token, which stays the next; null at the end. */
    @Nullable
    PartiqlToken peek() {
        return ended() ? null : tokens.get(at);
    }

    boolean peeks(String keyword) {
        return !ended() && tokens.get(at).is(keyword);
    }

    boolean peeksSymbol(String symbol) {
        return !ended() && tokens.get(at).isSymbol(symbol);
    }

    boolean takes(String keyword) {
        boolean found = peeks(keyword);
        at += found ? 1 : 0;
        return found;
    }

    boolean takesSymbol(String symbol) {
        boolean found = peeksSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    PartiqlToken next() {
        if (ended()) {
            throw unexpected();
        }
        return tokens.get(at++);
    }

    void expect(String keyword) {
        if (!takes(keyword)) {
            throw expected(keyword);
        }
    }

    void expectSymbol(String symbol) {
        if (!takesSymbol(symbol)) {
            throw expected(symbol);
        }
    }

    /** Reads a name without its quotes. */
    String name() {
        if (ended() || !tokens.get(at).isName() || !tokens.get(at).closed()) {
            throw unexpected();
        }
        return next().value();
    }

    /** Returns the value of the question mark that was just read. */
    TypedValue parameter() {
        int index = (int) tokens.subList(0, at - 1).stream().filter(token -> token.isSymbol("?")).count();
        return index < parameters.size() ? parameters.get(index) : new TypedValue.Nothing();
    }

    /** The number of question marks of the statement. */
    int parameterCount() {
        return (int) tokens.stream().filter(token -> token.isSymbol("?")).count();
    }

    InvalidInputException expected(String what) {
        return new InvalidInputException(
                "partiql_malformed", TEXT.get("partiql.expected", what, found(), place()), TEXT.get("partiql.malformed.remedy"));
    }

    InvalidInputException unexpected() {
        return new InvalidInputException(
                "partiql_malformed", TEXT.get("partiql.unexpected", found(), place()), TEXT.get("partiql.malformed.remedy"));
    }

    private String found() {
        return ended() ? TEXT.get("partiql.end") : "“" + tokens.get(at).text() + "”";
    }

    private int place() {
        return 1 + (ended() ? length : tokens.get(at).start());
    }
}
