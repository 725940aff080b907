package dev.switchboard.ui.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Colors the text of an area by its tokens, and the pair of brackets at the caret. */
final class CodeHighlighter {
    /** Longer texts are not colored, because every typed character would take too long. */
    static final int MOST_CHARACTERS = 100_000;
    private final CodeArea area;
    private CodeLanguage language;
    private List<CodeToken> tokens = List.of();
    private List<Integer> brackets = List.of();
    private int wrong = -1;

    CodeHighlighter(CodeArea area, CodeLanguage language) {
        this.area = area;
        this.language = language;
        area.plainTextChanges().subscribe(change -> retokenize());
        area.caretPositionProperty().addListener((observable, old, now) -> showBrackets());
    }

    void language(CodeLanguage now) {
        language = now;
        retokenize();
    }

    private void retokenize() {
        String text = area.getText();
        wrong = -1;
        tokens = text.length() > MOST_CHARACTERS ? List.of() : CodeTokenizer.tokens(text, language);
        brackets = brackets(text);
        paint(text.length());
    }

    /** Underlines the token at an offset until the text changes; at the end of the text, the last one. */
    void markError(int offset) {
        wrong = offset;
        paint(area.getLength());
    }

    private void paintError(int length) {
        if (wrong < 0) {
            return;
        }
        int at = Math.min(wrong, length - 1);
        int start = at;
        int end = at + 1;
        for (CodeToken token : tokens) {
            if (token.start() <= at && at < token.end()) {
                start = token.start();
                end = token.end();
            }
        }
        String text = area.getText();
        while (end < length && CodeTokenizer.isWordPart(text.charAt(end)) && CodeTokenizer.isWordPart(text.charAt(end - 1))) {
            end++;
        }
        area.setStyleSpans(start, area.getStyleSpans(start, end).mapStyles(styles -> {
            List<String> classes = new ArrayList<>(styles);
            classes.add("error");
            return classes;
        }));
    }

    private void showBrackets() {
        String text = area.getText();
        List<Integer> now = brackets(text);
        if (!now.equals(brackets)) {
            brackets = now;
            paint(text.length());
        }
    }

    private List<Integer> brackets(String text) {
        // While a text is replaced, the caret can be behind the tokens of the former text.
        boolean current = tokens.isEmpty() || tokens.getLast().end() <= text.length();
        return current ? TypedPair.brackets(text, area.getCaretPosition(), tokens) : List.of();
    }

    private void paint(int length) {
        if (length == 0) {
            return;
        }
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int end = 0;
        for (CodeToken token : tokens) {
            spans.add(List.of(), token.start() - end);
            List<String> classes = new ArrayList<>(List.of(token.kind().styleClass()));
            if (brackets.contains(token.start())) {
                classes.add("bracket-pair");
            }
            spans.add(classes, token.end() - token.start());
            end = token.end();
        }
        spans.add(List.of(), length - end);
        area.setStyleSpans(0, spans.create());
        paintError(length);
    }
}
