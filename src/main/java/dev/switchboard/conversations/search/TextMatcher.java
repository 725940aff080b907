package dev.switchboard.conversations.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a text in other texts, regardless of letter case and accents. */
public final class TextMatcher {
    /** Finds nothing. */
    public static final TextMatcher NONE = new TextMatcher("");

    /** Letters that Unicode does not decompose into a base letter and an accent. */
    private static final Map<Integer, String> BASE_LETTERS = Map.of(
            (int) 'ı', "i", (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'æ', "ae", (int) 'œ', "oe");

    private final String needle;

    /**
     * A place in a text.
     *
     * @param end exclusive
     */
    public record Span(int start, int end) {}

    private TextMatcher(String needle) {
        this.needle = needle;
    }

    /** Finds a text without the spaces around it; nothing if that is empty. */
    public static TextMatcher of(String text) {
        return new TextMatcher(new Folded(text.strip()).letters.toString());
    }

    /** Whether there is nothing to find. */
    public boolean isEmpty() {
        return needle.isEmpty();
    }

    /** Whether a text contains it. */
    public boolean matches(String text) {
        return !isEmpty() && new Folded(text).letters.indexOf(needle) >= 0;
    }

    /** The places in a text, in order. */
    public List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        if (isEmpty()) {
            return found;
        }
        Folded folded = new Folded(text);
        for (int at = folded.letters.indexOf(needle); at >= 0; at = folded.letters.indexOf(needle, at + needle.length())) {
            found.add(new Span(folded.starts.get(at), folded.ends.get(at + needle.length() - 1)));
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextMatcher matcher && matcher.needle.equals(needle);
    }

    @Override
    public int hashCode() {
        return needle.hashCode();
    }

    /** A text in lower case without accents, with the places of its letters in the original. */
    private static final class Folded {
        private final StringBuilder letters = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();

        Folded(String text) {
            for (int at = 0; at < text.length();) {
                int codePoint = text.codePointAt(at);
                int end = at + Character.charCount(codePoint);
                String folded = fold(codePoint);
                if (folded.isEmpty() && !ends.isEmpty()) {
                    // An accent of its own belongs to the letter before it.
                    ends.set(ends.size() - 1, end);
                }
                for (int i = 0; i < folded.length(); i++) {
                    letters.append(folded.charAt(i));
                    starts.add(at);
                    ends.add(end);
                }
                at = end;
            }
        }

        private static String fold(int codePoint) {
            if (codePoint < 0x80) {
                return Character.toString(Character.toLowerCase(codePoint));
            }
            StringBuilder base = new StringBuilder();
            Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD).codePoints()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(base::appendCodePoint);
            String lower = base.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            return BASE_LETTERS.getOrDefault(lower.isEmpty() ? 0 : lower.codePointAt(0), lower);
        }
    }
}
