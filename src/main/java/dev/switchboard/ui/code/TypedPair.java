package dev.switchboard.ui.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a typed bracket or quote does: it brings its other half, or steps over one that is there. */
final class TypedPair {
    private static final String OPEN = "([{'\"";
    private static final String CLOSED = ")]}'\"";

    private TypedPair() {}

    /** What is done instead of inserting the character. */
    enum Action {
        /** Inserts the character and its other half, with the caret between them. */
        PAIR,
        /** Moves the caret over the same character. */
        STEP_OVER
    }

    /** Returns what is done; null if the character is just inserted. */
    static @Nullable Action typed(char sign, String text, int caret, CodeLanguage language) {
        @Nullable CodeToken inside = inside(text, caret, language);
        char next = caret < text.length() ? text.charAt(caret) : ' ';
        boolean quote = sign == '\'' || sign == OPEN.charAt(4);
        if (CLOSED.indexOf(sign) >= 0 && next == sign && (inside == null || (quote && closes(inside, text, caret)))) {
            return Action.STEP_OVER;
        }
        boolean room = Character.isWhitespace(next) || CLOSED.indexOf(next) >= 0 || next == ',' || next == ';';
        boolean afterWord = quote && caret > 0 && CodeTokenizer.isWordPart(text.charAt(caret - 1));
        return OPEN.indexOf(sign) >= 0 && inside == null && room && !afterWord ? Action.PAIR : null;
    }

    /** Returns the other half of a bracket or quote. */
    static char other(char open) {
        return CLOSED.charAt(OPEN.indexOf(open));
    }

    /** Whether the caret is between the halves of an empty pair, which Backspace deletes together. */
    static boolean isEmptyPair(String text, int caret) {
        return caret > 0 && caret < text.length() && OPEN.indexOf(text.charAt(caret - 1)) >= 0
                && other(text.charAt(caret - 1)) == text.charAt(caret);
    }

    private static boolean closes(CodeToken token, String text, int caret) {
        return token.closed() && caret == token.end() - 1 && text.charAt(caret) == text.charAt(token.end() - 1);
    }

    private static @Nullable CodeToken inside(String text, int caret, CodeLanguage language) {
        return CodeTokenizer.tokens(text, language).stream()
                .filter(token -> token.contains(caret))
                .filter(token -> switch (token.kind()) {
                    case STRING, NAME, COMMENT -> true;
                    default -> false;
                })
                .findFirst().orElse(null);
    }

    /**
     * Returns the offsets of a bracket beside the caret and of its other half; empty if there is none.
     *
     * @param tokens the tokens of the text
     */
    static List<Integer> brackets(String text, int caret, List<CodeToken> tokens) {
        List<CodeToken> symbols = tokens.stream().filter(token -> token.kind() == CodeToken.Kind.SYMBOL).toList();
        for (int offset : new int[] {caret - 1, caret}) {
            for (int i = 0; i < symbols.size(); i++) {
                int kind = symbols.get(i).start() == offset ? "([{)]}".indexOf(text.charAt(offset)) : -1;
                if (kind >= 0) {
                    int other = other(text, symbols, i, kind < 3);
                    return other < 0 ? List.of() : List.of(Math.min(offset, other), Math.max(offset, other));
                }
            }
        }
        return List.of();
    }

    private static int other(String text, List<CodeToken> symbols, int from, boolean forward) {
        int depth = 0;
        for (int i = from; i >= 0 && i < symbols.size(); i += forward ? 1 : -1) {
            char sign = text.charAt(symbols.get(i).start());
            if ("([{".indexOf(sign) >= 0) {
                depth += forward ? 1 : -1;
            } else if (")]}".indexOf(sign) >= 0) {
                depth += forward ? -1 : 1;
            }
            if (depth == 0) {
                char first = text.charAt(symbols.get(from).start());
                boolean fits = forward ? other(first) == sign : other(sign) == first;
                return fits ? symbols.get(i).start() : -1;
            }
        }
        return -1;
    }
}
