package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.partiql.PartiqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Splits a text into statements at the semicolons outside of quotes and comments. */
public final class StatementSplitter {
    private StatementSplitter() {}

    /** Returns the statements of a text in their order; none for a text of only comments. */
    public static List<PartiqlStatement> split(String text) {
        List<PartiqlStatement> statements = new ArrayList<>();
        List<PartiqlToken> pending = new ArrayList<>();
        for (PartiqlToken token : PartiqlLexer.tokens(text)) {
            if (token.isSymbol(";")) {
                add(text, pending, statements);
                pending.clear();
            } else {
                pending.add(token);
            }
        }
        add(text, pending, statements);
        return statements;
    }

    /** Returns the statement at a place of a text, or the one before it; null if the text has none. */
    public static @Nullable PartiqlStatement at(String text, int caret) {
        @Nullable PartiqlStatement found = null;
        for (PartiqlStatement statement : split(text)) {
            // On the line between two statements, the one before the caret is meant, as long as there is one.
            if (found == null || statement.start() <= caret) {
                found = statement;
            }
        }
        return found;
    }

    private static void add(String text, List<PartiqlToken> tokens, List<PartiqlStatement> statements) {
        List<PartiqlToken> words = tokens.stream().filter(token -> token.kind() != Kind.COMMENT).toList();
        if (words.isEmpty()) {
            return;
        }
        int start = words.getFirst().start();
        int end = words.getLast().end();
        int line = 1 + (int) text.substring(0, start).chars().filter(sign -> sign == '\n').count();
        statements.add(new PartiqlStatement(withoutComments(text, tokens, start, end), start, end, line, kind(words)));
    }

    private static String withoutComments(String text, List<PartiqlToken> tokens, int start, int end) {
        StringBuilder out = new StringBuilder();
        int from = start;
        for (PartiqlToken token : tokens) {
            if (token.kind() == Kind.COMMENT && token.start() > start && token.end() <= end) {
                out.append(text, from, token.start()).append(' ');
                from = token.end();
            }
        }
        return out.append(text, from, end).toString();
    }

    static StatementKind kind(List<PartiqlToken> tokens) {
        for (StatementKind kind : StatementKind.values()) {
            if (!tokens.isEmpty() && tokens.getFirst().is(kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        return StatementKind.OTHER;
    }
}
