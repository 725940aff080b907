package dev.switchboard.ui.code;

import dev.switchboard.ui.code.CodeToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the words that fit at a place of a text. */
final class Completer {
    private static final int MOST = 100;
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE");
    private final String text;
    private final int caret;
    private final CodeLanguage language;
    private final List<CodeToken> tokens;

    /**
     * What is offered.
     *
     * @param start the offset of the text that a word replaces
     * @param end the offset after it
     */
    record Offer(int start, int end, List<Completion> words) {}

    private Completer(String text, int caret, CodeLanguage language) {
        this.text = text;
        this.caret = caret;
        this.language = language;
        tokens = CodeTokenizer.tokens(text, language);
    }

    /**
     * Returns what fits at the caret.
     *
     * @param names tables, indexes and columns; the keywords are added
     * @param asked whether words are also offered where none was begun
     */
    static Offer at(String text, int caret, CodeLanguage language, List<Completion> names, boolean asked) {
        return new Completer(text, caret, language).offer(names, asked);
    }

    private Offer offer(List<Completion> names, boolean asked) {
        @Nullable CodeToken current = null;
        @Nullable CodeToken previous = null;
        for (CodeToken token : tokens) {
            if (token.start() >= caret) {
                break;
            }
            boolean typing = token.end() == caret && switch (token.kind()) {
                case WORD, KEYWORD, NUMBER -> true;
                default -> false;
            };
            if (token.contains(caret) || typing) {
                current = token;
            } else {
                previous = token;
            }
        }
        if (current != null && switch (current.kind()) {
            case STRING, COMMENT, NUMBER -> true;
            default -> false;
        }) {
            return new Offer(caret, caret, List.of());
        }
        boolean quoted = current != null && current.kind() == Kind.NAME;
        int start = current == null ? caret : current.start();
        String prefix = text.substring(quoted ? start + 1 : start, caret).toLowerCase(Locale.ROOT);
        boolean member = previous != null && previous.text(text).equals(".");
        if (prefix.isEmpty() && !asked && !member && !quoted) {
            return new Offer(caret, caret, List.of());
        }
        boolean beginsStatement = previous == null || previous.text(text).equals(";");
        List<Completion> fitting = candidates(names, previous, member, quoted).stream()
                .filter(word -> word.label().toLowerCase(Locale.ROOT).contains(prefix))
                .sorted(Comparator.comparing((Completion word) -> !word.label().toLowerCase(Locale.ROOT).startsWith(prefix))
                        .thenComparing(Completion::kind, Comparator.comparingInt(kind -> order(kind, beginsStatement)))
                        .thenComparing(word -> word.label().toLowerCase(Locale.ROOT)))
                .limit(MOST)
                .toList();
        // A word that is already there as it would be inserted is no help.
        int end = current == null ? caret : current.end();
        boolean complete = fitting.size() == 1 && fitting.getFirst().insert().equals(text.substring(start, end));
        return new Offer(start, end, complete ? List.of() : fitting);
    }

    private List<Completion> candidates(List<Completion> names, @Nullable CodeToken previous, boolean member, boolean quoted) {
        if (member) {
            @Nullable CodeToken owner = ownerBefore(previous);
            String table = owner == null ? "" : name(owner);
            List<Completion> parts = names.stream().filter(word -> word.owner().equals(table) && !table.isEmpty()).toList();
            boolean from = owner != null && isTablePlace(before(owner));
            List<Completion> indexes = parts.stream().filter(word -> (word.kind() == Completion.Kind.INDEX) == from).toList();
            // The name before the period can also be an alias or a map, whose members are not known.
            return !parts.isEmpty()
                    ? indexes
                    : names.stream().filter(word -> word.kind() == Completion.Kind.COLUMN).filter(distinctLabels()).toList();
        }
        if (isTablePlace(previous)) {
            return names.stream().filter(word -> word.kind() == Completion.Kind.TABLE).toList();
        }
        Set<String> used = usedNames();
        List<Completion> all = new ArrayList<>();
        names.stream().filter(word -> word.kind() == Completion.Kind.TABLE).forEach(all::add);
        List<Completion> columns = names.stream().filter(word -> word.kind() == Completion.Kind.COLUMN).toList();
        List<Completion> ofUsed = columns.stream().filter(word -> used.contains(word.owner())).toList();
        (ofUsed.isEmpty() ? columns : ofUsed).stream().filter(distinctLabels()).forEach(all::add);
        if (!quoted) {
            language.keywords().forEach(word -> all.add(new Completion(Completion.Kind.KEYWORD, word, word, "")));
        }
        return all;
    }

    private static Predicate<Completion> distinctLabels() {
        Set<String> seen = new HashSet<>();
        return word -> seen.add(word.label());
    }

    private boolean isTablePlace(@Nullable CodeToken token) {
        return token != null && token.kind() == Kind.KEYWORD && BEFORE_TABLE.contains(token.text(text).toUpperCase(Locale.ROOT));
    }

    private static int order(Completion.Kind kind, boolean beginsStatement) {
        return switch (kind) {
            case COLUMN -> 0;
            case INDEX -> 1;
            case TABLE -> 2;
            // A statement begins with a keyword.
            case KEYWORD -> beginsStatement ? -1 : 3;
        };
    }

    private @Nullable CodeToken ownerBefore(@Nullable CodeToken period) {
        @Nullable CodeToken owner = period == null ? null : before(period);
        return owner != null && (owner.kind() == Kind.WORD || owner.kind() == Kind.NAME) ? owner : null;
    }

    private @Nullable CodeToken before(CodeToken token) {
        int index = tokens.indexOf(token);
        return index > 0 ? tokens.get(index - 1) : null;
    }

    private String name(CodeToken token) {
        String written = token.text(text);
        return token.kind() == Kind.NAME && token.closed()
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }

    /** The names that occur in the text, among them those of its tables. */
    private Set<String> usedNames() {
        Set<String> used = new HashSet<>();
        tokens.stream().filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.NAME).forEach(token -> used.add(name(token)));
        return used;
    }
}
