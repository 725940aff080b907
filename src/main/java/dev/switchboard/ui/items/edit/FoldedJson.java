package dev.switchboard.ui.items.edit;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * JSON text in which very long strings are replaced by short marks, because a text area needs seconds for a line of 400 KB. The marks are
 * replaced by the strings again when the text is parsed.
 */
final class FoldedJson {
    private static final Messages TEXT = Messages.of(FoldedJson.class);
    private static final int LONGEST = 8_000;
    private static final String OPEN = "\u27e6";
    private static final String CLOSE = "\u27e7";
    private final List<String> marks = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private String text = "";

    /** The text with marks. */
    String text() {
        return text;
    }

    /** Whether there are marks. */
    boolean isFolded() {
        return !marks.isEmpty();
    }

    /** Folds a JSON text that is valid. */
    static FoldedJson of(String json) {
        FoldedJson folded = new FoldedJson();
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < json.length()) {
            int from = json.indexOf('"', at);
            if (from < 0) {
                break;
            }
            int to = from + 1;
            while (json.charAt(to) != '"') {
                to += json.charAt(to) == '\\' ? 2 : 1;
            }
            out.append(json, at, from);
            String content = json.substring(from, to + 1);
            out.append(content.length() > LONGEST ? folded.mark(content, json) : content);
            at = to + 1;
        }
        folded.text = out.append(json, at, json.length()).toString();
        return folded;
    }

    private String mark(String content, String json) {
        String mark;
        int number = marks.size();
        do {
            number++;
            mark = "\"" + OPEN + TEXT.get("json.fold", number, String.format(Locale.ENGLISH, "%,d", content.length() - 2)) + CLOSE + "\"";
        } while (json.contains(mark));
        marks.add(mark);
        contents.add(content);
        return mark;
    }

    /**
     * Returns the place in a text with marks that a place in the unfolded text has; the beginning of the mark for a place in its string.
     *
     * @param offset in characters from 0
     */
    int folded(String edited, long offset) {
        int at = 0;
        long left = offset;
        while (true) {
            int next = -1;
            int number = 0;
            for (int i = 0; i < marks.size(); i++) {
                int found = edited.indexOf(marks.get(i), at);
                if (found >= 0 && (next < 0 || found < next)) {
                    next = found;
                    number = i;
                }
            }
            if (next < 0 || left < next - at) {
                return (int) Math.min(edited.length(), at + left);
            }
            left -= next - at;
            if (left < contents.get(number).length()) {
                return next;
            }
            left -= contents.get(number).length();
            at = next + marks.get(number).length();
        }
    }

    /**
     * Replaces the marks by their strings.
     *
     * @throws InvalidInputException if a mark was changed
     */
    String unfold(String edited) {
        String whole = edited;
        for (int i = 0; i < marks.size(); i++) {
            whole = whole.replace(marks.get(i), contents.get(i));
        }
        String beginning = "\"" + OPEN + TEXT.get("json.fold.beginning");
        if (isFolded() && edited.contains(beginning) && whole.contains(beginning)) {
            throw new InvalidInputException("mark_changed", TEXT.get("json.fold.changed"), TEXT.get("json.fold.changed.remedy"));
        }
        return whole;
    }
}
