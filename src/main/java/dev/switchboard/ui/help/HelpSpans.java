package dev.switchboard.ui.help;

import dev.switchboard.manual.ManualSpan;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Makes text that wraps of the spans of a sentence, with links to follow and the words of a search marked. */
final class HelpSpans {
    private final Consumer<String> follow;
    private final @Nullable Pattern marked;

    /** @param words in lower case */
    HelpSpans(List<String> words, Consumer<String> follow) {
        this.follow = follow;
        marked = words.isEmpty()
                ? null
                : Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    TextFlow flow(List<ManualSpan> spans) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("help-text");
        spans.forEach(span -> add(flow, span));
        return flow;
    }

    private void add(TextFlow flow, ManualSpan span) {
        if (span.isLink()) {
            Hyperlink link = new Hyperlink(span.text());
            link.getStyleClass().add("help-link");
            link.setOnAction(event -> follow.accept(span.link()));
            flow.getChildren().add(link);
            return;
        }
        Pattern words = marked;
        int from = 0;
        if (words != null) {
            Matcher matcher = words.matcher(span.text());
            while (matcher.find()) {
                addPlain(flow, span.text().substring(from, matcher.start()), span.style());
                Label mark = new Label(matcher.group());
                mark.getStyleClass().add("help-mark");
                addStyled(flow, mark, span.style());
                from = matcher.end();
            }
        }
        addPlain(flow, span.text().substring(from), span.style());
    }

    private static void addPlain(TextFlow flow, String text, ManualSpan.Style style) {
        if (!text.isEmpty()) {
            Text node = new Text(text);
            node.getStyleClass().add("text");
            addStyled(flow, node, style);
        }
    }

    private static void addStyled(TextFlow flow, Node node, ManualSpan.Style style) {
        switch (style) {
            case STRONG -> node.getStyleClass().add("strong");
            case EMPHASIS -> node.getStyleClass().add("help-emphasis");
            case CODE -> node.getStyleClass().add("help-code");
            case PLAIN -> {
                // the style of the flow
            }
        }
        flow.getChildren().add(node);
    }
}
